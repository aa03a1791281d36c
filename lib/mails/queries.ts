import "server-only";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { contentPartLabels } from "@/lib/offer/content/labels";
import { remarksInOrder } from "@/lib/offer/content/remarks";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { importedOfferId } from "@/lib/offer/import/id";
import { offerImport } from "@/lib/offer/import/tables";
import { visibilityOfOffer } from "@/lib/offer/lifecycle/queries/visibilities";
import type { OfferVisibility } from "@/lib/offer/lifecycle/visibility";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";

/** Whether an account has this address and has not shown yet that it is its own. */
export async function isUnconfirmedAddress(email: string): Promise<boolean> {
  const unconfirmed = and(eq(account.email, email), isNull(account.emailConfirmedAt));
  return (await db.$count(account, unconfirmed)) > 0;
}

/** Whether an account is there, for a letter that says nothing of it; null when it is gone. */
export async function accountThere(accountId: string): Promise<object | null> {
  return (await db.$count(account, eq(account.id, accountId))) > 0 ? {} : null;
}

/** First name of the addressee, for the greeting; null when the account is gone. */
export async function addressee(accountId: string): Promise<{ firstName: string } | null> {
  const [row] = await db
    .select({ firstName: account.firstName })
    .from(account)
    .where(eq(account.id, accountId));
  return row ?? null;
}

/** Whether an account can be signed in to; null when it is gone. */
export async function isAccountOpen(accountId: string): Promise<boolean | null> {
  const [row] = await db
    .select({ state: account.state })
    .from(account)
    .where(eq(account.id, accountId));
  return row && row.state !== "closed" ? row.state === "active" : null;
}

/** What a letter about someone's place in a structure says. */
interface InvitationFacts {
  firstName: string;
  structureName: string;
  role: "administrator" | "editor";
}

/** Someone's place in a structure; null when the account, or the invitation, is gone. */
export async function invitationFacts(accountId: string): Promise<InvitationFacts | null> {
  const [row] = await db
    .select({ firstName: account.firstName, role: account.role, structureName: structure.name })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(and(eq(account.id, accountId), eq(account.state, "active")));
  return row ? { ...row, role: row.role === "administrator" ? "administrator" : "editor" } : null;
}

/** What a letter about a moderator's place says. */
interface ModeratorFacts {
  firstName: string;
  role: "administrator" | "moderator";
}

/** Someone's place among the moderators; null when the account, or the invitation, is gone. */
export async function moderatorFacts(accountId: string): Promise<ModeratorFacts | null> {
  const [row] = await db
    .select({ firstName: account.firstName, portalAdministrator: account.portalAdministrator })
    .from(account)
    .where(
      and(eq(account.id, accountId), eq(account.role, "moderator"), eq(account.state, "active")),
    );
  return row
    ? { firstName: row.firstName, role: row.portalAdministrator ? "administrator" : "moderator" }
    : null;
}

export async function structureName(structureId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: structure.name })
    .from(structure)
    .where(eq(structure.id, structureId));
  return row?.name ?? null;
}

/** What a letter about an offer says. */
interface OfferFacts {
  title: string;
  structureName: string;
  communeName: string;
  places: number;
  /** When it can host, in words, one sentence per group of months. */
  availability: string[];
  reason: string;
  /** What is asked for about single parts of the offer: name of the part, and the words. */
  remarks: { label: string; words: string }[];
  /** Whether the public sees it when the letter leaves, and why not. */
  standing: OfferVisibility;
  link: string;
}

/**
 * An offer as it stands when the letter leaves; null when it is gone or, for a moderator, waits for
 * no decision any more.
 */
export async function offerFacts(
  { offerId, revisionId }: { offerId: string; revisionId: string },
  space: "espace" | "admin",
): Promise<OfferFacts | null> {
  const [row] = await db
    .select({
      content: offerRevision.content,
      reason: offerRevision.reason,
      comments: offerRevision.comments,
      decision: offerRevision.decision,
      deletedAt: offer.deletedAt,
      structureName: structure.name,
    })
    .from(offerRevision)
    .innerJoin(offer, eq(offer.id, offerRevision.offerId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .where(eq(offerRevision.id, revisionId));
  const standing = await visibilityOfOffer(offerId);
  if (!row || !standing) return null;
  if (space === "admin" && (row.decision !== "pending" || row.deletedAt)) return null;
  const labels = await termLabels(row.content.themeIds);
  return {
    title: displayTitle(row.content.title, labelsOf(row.content.themeIds, labels)),
    structureName: row.structureName,
    communeName: row.content.site.communeName,
    places: row.content.places,
    availability: availabilityWords(row.content.availability),
    reason: row.reason,
    remarks: remarksInOrder(row.comments).map(({ part, words }) => ({
      label: contentPartLabels[part],
      words,
    })),
    standing,
    link: `${env.origin}/${space}/offres/${offerId}`,
  };
}

/** What a letter about an import says. */
interface ImportFacts {
  structureName: string;
  /** Offers that wait for a decision; for their depositor, those that were submitted. */
  count: number;
  link: string;
}

/**
 * An import as it stands when the letter leaves; null when there is nothing to say: no offer
 * submitted, or none that waits any more.
 */
export async function importFacts(
  importId: string,
  space: "espace" | "admin",
): Promise<ImportFacts | null> {
  const [row] = await db
    .select({ rows: offerImport.rows, structureName: structure.name })
    .from(offerImport)
    .innerJoin(structure, eq(structure.id, offerImport.structureId))
    .where(eq(offerImport.id, importId));
  if (!row) return null;
  const ids = row.rows.map(({ line }) => importedOfferId(importId, line));
  const counted =
    space === "admin" ? eq(offer.validation, "pending") : isNotNull(offer.currentRevisionId);
  const count = await db.$count(offer, and(inArray(offer.id, ids), counted));
  const link =
    space === "admin" ? `${env.origin}/admin` : `${env.origin}/espace/offres/importer/${importId}`;
  return count === 0 ? null : { structureName: row.structureName, count, link };
}
