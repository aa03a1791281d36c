import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { renewal } from "@/db/schema/offer";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { db, type Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { isUuid } from "@/lib/platform/values/id";
import { signedToken, subjectOf } from "@/lib/platform/visitor/signed-link";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";
import { renewalAnswerWords } from "./labels";
import { comesBack, isAnswerable, type RenewalAnswer, renewalAnswers } from "./rules";

/** What a link asks, and whom: it stands for nobody else. */
export interface AskedRenewal {
  offerId: string;
  campaign: number;
  accountId: string;
}

/**
 * What a link of ours asks; null for anything else. That of a mail from before links named whom
 * they ask is no longer one: nobody could tell whose answer it would be.
 */
export function renewalOfToken(token: string): AskedRenewal | null {
  const [, campaign, offerId, accountId] =
    /^(\d{4})\.([^.]+)\.([^.]+)$/.exec(subjectOf("renewal", token) ?? "") ?? [];
  return isUuid(offerId) && isUuid(accountId)
    ? { campaign: Number(campaign), offerId, accountId }
    : null;
}

/**
 * Whether who was asked may still answer: the offer is theirs, and their account open. Whoever was
 * removed or disabled has the mail still.
 */
export async function mayAnswer(
  executor: Executor,
  { offerId, accountId }: AskedRenewal,
): Promise<boolean> {
  const rows = await executor
    .select({ id: offer.id })
    .from(offer)
    .innerJoin(account, eq(account.id, offer.accountId))
    .where(and(eq(offer.id, offerId), eq(account.id, accountId), eq(account.state, "active")));
  return rows.length > 0;
}

export interface RenewalQuestionDto {
  title: string;
  campaign: number;
  answer: RenewalAnswer | null;
  /** Whether it is asked again after «Peut-être». */
  comesBack: boolean;
  /** The draft that «Oui» made. */
  renewedOfferId: string | null;
}

/**
 * What the page behind a link asks. Null when the link is not ours, too old, or its offer is gone
 * or no longer its reader's.
 */
export async function renewalQuestion(token: string): Promise<RenewalQuestionDto | null> {
  const asked = renewalOfToken(token);
  if (!asked || !isAnswerable(asked.campaign, now())) return null;
  if (!(await mayAnswer(db, asked))) return null;
  const [titles, [row]] = await Promise.all([
    offerTitles([asked.offerId]),
    db
      .select({
        answer: renewal.answer,
        answeredAt: renewal.answeredAt,
        renewedOfferId: renewal.renewedOfferId,
        deletedAt: offer.deletedAt,
      })
      .from(renewal)
      .leftJoin(offer, eq(offer.id, renewal.renewedOfferId))
      .where(and(eq(renewal.offerId, asked.offerId), eq(renewal.campaign, asked.campaign))),
  ]);
  const title = titles.get(asked.offerId);
  if (title === undefined) return null;
  const undone = row?.answer === "yes" && (row.renewedOfferId === null || row.deletedAt !== null);
  return {
    title,
    campaign: asked.campaign,
    answer: undone ? null : (row?.answer ?? null),
    comesBack: comesBack(row?.answeredAt ?? now()),
    renewedOfferId: undone ? null : (row?.renewedOfferId ?? null),
  };
}

/** What a mail to an account asks about some offers: each with one link per answer. */
export async function renewalLinks(
  accountId: string,
  offerIds: readonly string[],
  campaign: number,
): Promise<{ title: string; links: Record<RenewalAnswer, string> }[]> {
  const titles = await offerTitles(offerIds);
  return offerIds.flatMap((offerId) => {
    const title = titles.get(offerId);
    if (title === undefined) return [];
    const token = signedToken("renewal", `${campaign}.${offerId}.${accountId}`);
    const page = `${env.origin}/renouvellement/${token}`;
    const link = (answer: RenewalAnswer): string => `${page}?reponse=${renewalAnswerWords[answer]}`;
    const [yes, maybe, no] = renewalAnswers.map(link);
    return yes && maybe && no ? [{ title, links: { yes, maybe, no } }] : [];
  });
}

/** Titles of offers that were submitted once and are not deleted. */
async function offerTitles(offerIds: readonly string[]): Promise<Map<string, string>> {
  if (offerIds.length === 0) return new Map();
  const rows = await db
    .select({ id: offer.id, deletedAt: offer.deletedAt, content: offerRevision.content })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.approvedRevisionId))
    .where(inArray(offer.id, [...offerIds]));
  const labels = await termLabels([...new Set(rows.flatMap(({ content }) => content.themeIds))]);
  const titleOf = ({ content }: (typeof rows)[number]) =>
    displayTitle(content.title, labelsOf(content.themeIds, labels));
  return new Map(rows.filter((row) => !row.deletedAt).map((row) => [row.id, titleOf(row)]));
}
