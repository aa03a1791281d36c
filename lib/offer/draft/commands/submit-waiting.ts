import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { offer } from "@/lib/offer/content/tables";
import { depositor } from "@/lib/offer/lifecycle/queries/depositor";
import type { Transaction } from "@/lib/platform/database/client";
import { submitWithin } from "./submit-offer";

export interface Left {
  /** Offers that have gone to the agency. */
  submitted: number;
  /** Offers that could not: they are drafts again. */
  incomplete: number;
}

/**
 * Submits what waited for an address, in the transaction that confirms it: all of it leaves, or the
 * address is not confirmed. What somebody has made incomplete meanwhile stays the draft it is.
 */
export async function submitWaiting(tx: Transaction, accountId: string): Promise<Left> {
  const viewer = await depositor(tx, accountId);
  const left: Left = { submitted: 0, incomplete: 0 };
  if (!viewer) return left;
  const waiting = await tx
    .select({ id: offer.id, version: offer.version, publication: offer.publication })
    .from(offer)
    .where(and(eq(offer.structureId, viewer.structureId), isNotNull(offer.submissionAskedAt)))
    .orderBy(asc(offer.id))
    .for("update");
  for (const { id, version, publication } of waiting) {
    const publishOnApproval = publication !== "unpublished";
    const outcome = await submitWithin(tx, viewer, {
      offerId: id,
      version,
      publishOnApproval,
      quiet: false,
    });
    if (outcome.ok) left.submitted += 1;
    else {
      left.incomplete += 1;
      await tx.update(offer).set({ submissionAskedAt: null }).where(eq(offer.id, id));
    }
  }
  return left;
}
