import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { offer } from "@/lib/offer/content/tables";
import { offerImport } from "@/lib/offer/import/tables";
import { deleteOffersForGood } from "@/lib/offer/lifecycle/commands/delete-for-good";
import { deleteInvitation, eraseAccount } from "@/lib/people/account/commands/erase";
import type { Member } from "@/lib/people/membership/commands/team";
import { recordAudit } from "@/lib/platform/audit/commands";
import type { Transaction } from "@/lib/platform/database/client";

/**
 * A structure whose last person leaves. Nobody is left who could restore an offer: its offers,
 * their versions and their documents go at once, not after the 30 days of the bin.
 * @param actorId null when the portal does it by itself
 * @param invited those who never joined
 */
export async function closeStructure(
  tx: Transaction,
  actorId: string | null,
  structureId: string,
  invited: readonly Member[],
): Promise<void> {
  for (const { row } of invited) await deleteInvitation(tx, row);
  // Before the offers: an import that runs waits for this, and then finds nothing to go on with.
  await tx.delete(offerImport).where(eq(offerImport.structureId, structureId));
  const offers = await tx
    .select({ id: offer.id, reference: offer.reference })
    .from(offer)
    .where(eq(offer.structureId, structureId))
    .for("update");
  await deleteOffersForGood(tx, actorId, offers);
  const disabled = await tx
    .select()
    .from(account)
    .where(and(eq(account.structureId, structureId), eq(account.state, "disabled")))
    .for("no key update");
  for (const row of disabled) await eraseAccount(tx, row);
  await tx.delete(localReferent).where(eq(localReferent.structureId, structureId));
  await tx.delete(structureSite).where(eq(structureSite.structureId, structureId));
  await tx.delete(suspension).where(eq(suspension.structureId, structureId));
  await tx
    .update(structure)
    .set({ state: "closed", representativeName: "", representativeFunction: "" })
    .where(eq(structure.id, structureId));
  await recordAudit(tx, {
    actorId,
    deed: "structure:close",
    objectKind: "structure",
    objectId: structureId,
  });
}
