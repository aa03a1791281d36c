import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { offer } from "@/db/schema/offer";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { deleteInvitation } from "@/lib/account/commands/erase";
import { recordAudit } from "@/lib/audit/commands";
import type { Member } from "@/lib/colleague/commands/team";
import { type OfferRow, writeState } from "@/lib/offer/commands/write";
import { decide, type OfferState } from "@/lib/offer/rules";
import { stateOf } from "@/lib/offer/state";

/** A structure whose last person leaves: its offers leave the catalogue and the moderation, its people its rows. */
export async function closeStructure(tx: Transaction, actorId: string, structureId: string, team: readonly Member[]): Promise<void> {
  for (const member of team) if (!member.joined) await deleteInvitation(tx, member.row);
  const offers = await tx.select().from(offer).where(eq(offer.structureId, structureId)).for("update");
  for (const row of offers) await deleteOffer(tx, actorId, row);
  await tx.update(offer).set({ draft: null }).where(eq(offer.structureId, structureId));
  await tx.delete(localReferent).where(eq(localReferent.structureId, structureId));
  await tx.delete(structureSite).where(eq(structureSite.structureId, structureId));
  await tx.update(structure).set({ state: "suspended", representativeName: "", representativeFunction: "" }).where(eq(structure.id, structureId));
  await recordAudit(tx, { actorId, deed: "structure:close", objectKind: "structure", objectId: structureId });
}

/** Unpublished, then deleted: should the ARS ever bring one back, it does not bring it back in public. */
async function deleteOffer(tx: Transaction, actorId: string, row: OfferRow): Promise<void> {
  let state: OfferState = stateOf(row);
  for (const move of ["unpublish", "delete"] as const) {
    const decision = decide(state, move, "offeror");
    if (decision.ok) state = decision.state;
  }
  if (state.deleted === (row.deletedAt !== null)) return;
  await writeState(tx, row, state);
  await recordAudit(tx, { actorId, deed: "offer:delete", objectKind: "offer", objectId: row.id });
}
