import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { canonical } from "@/lib/offer/content/canonical";
import type { OfferContent } from "@/lib/offer/content/schema";
import { offer } from "@/lib/offer/content/tables";
import { can, type Permission, type Viewer } from "@/lib/platform/access/policy";
import type { Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import type { OfferRefusal } from "../labels";
import { moderatorAddresses } from "../queries/addresses";
import { contentOf } from "../queries/submission";
import type { OfferMail, OfferState } from "../rules";

export type OfferRow = typeof offer.$inferSelect;

/** Locks an offer for the rest of the transaction. Missing and not allowed answer alike. */
export async function lockOffer(
  tx: Transaction,
  viewer: Viewer,
  offerId: string,
  permission: Permission,
): Promise<Outcome<OfferRow, OfferRefusal>> {
  const [row] = await tx.select().from(offer).where(eq(offer.id, offerId)).for("update");
  return row && can(viewer, permission, row) ? done(row) : refused("notFound");
}

/**
 * Persists what the rules decided, if the offer is still as it was read.
 * @returns false when someone else was faster
 */
export async function writeState(
  tx: Transaction,
  before: OfferRow,
  next: OfferState,
  more: Partial<
    Pick<
      OfferRow,
      | "draft"
      | "currentRevisionId"
      | "approvedRevisionId"
      | "pausedUntil"
      | "submittedAt"
      | "submissionAskedAt"
    >
  > = {},
): Promise<boolean> {
  const at = now();
  const staysDraft = next.validation === before.validation && !next.archived && !next.deleted;
  const becomesPublished = next.publication === "published" && before.publication !== "published";
  const written = await tx
    .update(offer)
    .set({
      pausedUntil: next.paused ? before.pausedUntil : null,
      submissionAskedAt: staysDraft ? before.submissionAskedAt : null,
      ...more,
      validation: next.validation,
      publication: next.publication,
      publishedAt: becomesPublished ? at : before.publishedAt,
      archivedAt: next.archived ? (before.archivedAt ?? at) : null,
      deletedAt: next.deleted ? (before.deletedAt ?? at) : null,
      version: sql`${offer.version} + 1`,
      updatedAt: at,
    })
    .where(
      and(
        eq(offer.id, before.id),
        eq(offer.version, before.version),
        eq(offer.validation, before.validation),
      ),
    )
    .returning({ id: offer.id });
  return written.length === 1;
}

/** Same content, same hash, whatever the order of its keys. */
export function hashContent(content: OfferContent | Record<string, unknown>): string {
  return createHash("sha256").update(canonical(content)).digest("hex");
}

/**
 * Queues the mails a transition owes: to the depositor, or to the moderators who want to hear of it
 * at once.
 * @param options.afterSeconds how long they wait before they leave
 * @returns their ids
 */
export async function sendOfferMails(
  tx: Transaction,
  row: OfferRow,
  revisionId: string,
  mails: readonly OfferMail[],
  options: { afterSeconds?: number } = {},
): Promise<string[]> {
  const params = { offerId: row.id, revisionId };
  const ids: string[] = [];
  for (const kind of mails) {
    if (kind === "offerToModerate") {
      const department = (await contentOf(tx, revisionId))?.site.department ?? "";
      for (const address of await moderatorAddresses(tx, [department]))
        ids.push(await enqueueMail(tx, kind, address, params, options));
      continue;
    }
    const [depositor] = await tx
      .select({ email: account.email, wantsReceipts: account.wantsReceipts })
      .from(account)
      .where(eq(account.id, row.accountId));
    // A receipt can be declined; a decision of the ARS cannot.
    if (depositor && (kind !== "offerReceived" || depositor.wantsReceipts))
      ids.push(await enqueueMail(tx, kind, depositor.email, params, options));
  }
  return ids;
}
