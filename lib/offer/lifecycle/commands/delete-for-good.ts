import "server-only";
import { inArray } from "drizzle-orm";
import { offerMessage } from "@/db/schema/contact";
import { document } from "@/db/schema/document";
import { moderationDecision, moderatorNote, offerClaim } from "@/db/schema/moderation";
import { renewal } from "@/db/schema/offer";
import { reminder } from "@/db/schema/reminder";
import { report } from "@/db/schema/report";
import { suspension } from "@/db/schema/suspension";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { recordAudit } from "@/lib/platform/audit/commands";
import type { Transaction } from "@/lib/platform/database/client";

/**
 * Deletes offers, all they held and all that pointed to them. The audit log keeps that they were,
 * without a word of what they said. The caller has locked them.
 * @param actorId null when the portal does it by itself
 */
export async function deleteOffersForGood(
  tx: Transaction,
  actorId: string | null,
  offers: readonly { id: string; reference: string }[],
): Promise<void> {
  const ids = offers.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(renewal)
    .set({ renewedOfferId: null })
    .where(inArray(renewal.renewedOfferId, ids));
  await tx.delete(renewal).where(inArray(renewal.offerId, ids));
  await tx.delete(reminder).where(inArray(reminder.offerId, ids));
  await tx.delete(offerMessage).where(inArray(offerMessage.offerId, ids));
  await tx.delete(report).where(inArray(report.offerId, ids));
  await tx.delete(suspension).where(inArray(suspension.offerId, ids));
  await tx.update(offer).set({ copiedFromId: null }).where(inArray(offer.copiedFromId, ids));
  await tx.delete(moderatorNote).where(inArray(moderatorNote.offerId, ids));
  await tx.delete(moderationDecision).where(inArray(moderationDecision.offerId, ids));
  await tx.delete(offerClaim).where(inArray(offerClaim.offerId, ids));
  await tx.delete(publicOffer).where(inArray(publicOffer.offerId, ids));
  await tx.delete(document).where(inArray(document.offerId, ids));
  await tx.delete(offerRevision).where(inArray(offerRevision.offerId, ids));
  await tx.delete(offer).where(inArray(offer.id, ids));
  for (const { id, reference } of offers)
    await recordAudit(tx, {
      actorId,
      deed: "offer:purge",
      objectKind: "offer",
      objectId: id,
      detail: { reference },
    });
}
