import "server-only";
import { and, eq, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { isElapsed } from "@/lib/offer/availability/elapsed";
import type { OfferContent } from "@/lib/offer/content/schema";
import { readContent } from "@/lib/offer/content/stored";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { type SuspensionInForceDto, suspensionsOfOffers } from "@/lib/offer/suspended/queries";
import type { Viewer } from "@/lib/platform/access/policy";
import { db, type Executor } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { decide, type Depositor, type OfferState } from "../rules";
import { stateOf } from "../state";
import {
  type OfferVisibility,
  visibilitiesInWords,
  visibilityOf,
  type VisibilityReader,
} from "../visibility";

export interface VisibilityDto extends OfferVisibility {
  /** The account that deposited it. */
  depositorId: string;
  /** Why the ARS holds it back, if it does. */
  hold: SuspensionInForceDto | null;
  /** What it would be if the agency approved what waits; null when nothing waits. */
  onceApproved: OfferVisibility | null;
}

const current = alias(offerRevision, "current");
const availabilityOf = (content: typeof offerRevision.content | typeof current.content) =>
  sql`jsonb_build_object('availability', ${content}->'availability')`.mapWith(readContent);

/**
 * Whether the public sees each of these offers, and why not: the one place that gathers the facts.
 * Pages, words after a deed and mails read it. The caller has decided that its reader may know the
 * offers.
 * @param where on `offer`
 */
export async function visibilitiesOf(
  where: SQL,
  executor: Executor = db,
): Promise<Map<string, VisibilityDto>> {
  const [rows, holds] = [
    await executor
      .select({
        offer,
        confirmedAt: account.emailConfirmedAt,
        accountState: account.state,
        structureState: structure.state,
        seen: availabilityOf(offerRevision.content),
        submitted: availabilityOf(current.content),
      })
      .from(offer)
      .innerJoin(account, eq(account.id, offer.accountId))
      .innerJoin(structure, eq(structure.id, offer.structureId))
      .leftJoin(
        offerRevision,
        sql`${offerRevision.id} = coalesce(${offer.approvedRevisionId}, ${offer.currentRevisionId})`,
      )
      .leftJoin(current, eq(current.id, offer.currentRevisionId))
      .where(where),
    await suspensionsOfOffers(where, executor),
  ];
  const at = now();
  return new Map(
    rows.map(({ offer: row, confirmedAt, accountState, structureState, seen, submitted }) => {
      const hold = holds.get(row.id) ?? null;
      const depositor: Depositor = {
        addressConfirmed: confirmedAt !== null,
        accountActive: accountState === "active",
        structureActive: structureState === "active",
        suspended: hold?.thing ?? null,
      };
      const { pausedUntil, campaign } = row;
      const read = (state: OfferState, { availability }: OfferContent): OfferVisibility => ({
        visibility: visibilityOf(state, depositor),
        pausedUntil,
        elapsed: isElapsed(availability, campaign, at),
      });
      const approved = decide(stateOf(row), "approve", "moderator");
      const onceApproved = approved.ok ? read(approved.state, submitted) : null;
      return [
        row.id,
        { ...read(stateOf(row), seen), depositorId: row.accountId, hold, onceApproved },
      ];
    }),
  );
}

/** The same for one offer; null when it is gone. */
export async function visibilityOfOffer(
  offerId: string,
  executor: Executor = db,
): Promise<VisibilityDto | null> {
  return (await visibilitiesOf(eq(offer.id, offerId), executor)).get(offerId) ?? null;
}

/** As whom a viewer reads of an offer. */
export function readerOf(
  viewer: Viewer,
  { depositorId }: Pick<VisibilityDto, "depositorId">,
): VisibilityReader {
  if (viewer.kind === "moderator") return "moderator";
  return viewer.kind === "offeror" && viewer.accountId === depositorId ? "depositor" : "colleague";
}

/**
 * What the public sees of the published offers of an account or of a structure, in words: of what
 * nobody asked to be shown there is nothing to say. For letters to those who own them.
 */
export async function publishedInWords(
  of: { accountId: string } | { structureId: string },
): Promise<string[]> {
  const isDepositor = "accountId" in of;
  const own = isDepositor
    ? eq(offer.accountId, of.accountId)
    : eq(offer.structureId, of.structureId);
  const published = and(own, eq(offer.publication, "published"), isNull(offer.deletedAt));
  const standings = published ? [...(await visibilitiesOf(published)).values()] : [];
  return visibilitiesInWords(standings, isDepositor ? "depositor" : "colleague");
}

/**
 * What the public sees of the offers the viewer deposited and submitted, in words; nothing for
 * anyone without an offer.
 */
export async function ownVisibilities(viewer: Viewer): Promise<string[]> {
  if (viewer.kind !== "offeror") return [];
  const own = and(
    eq(offer.accountId, viewer.accountId),
    isNotNull(offer.currentRevisionId),
    isNull(offer.deletedAt),
    isNull(offer.archivedAt),
  );
  return own ? visibilitiesInWords([...(await visibilitiesOf(own)).values()], "depositor") : [];
}
