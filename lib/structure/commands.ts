import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { recordAudit } from "@/lib/audit/commands";
import { refreshCatalogue } from "@/lib/catalogue/commands";
import { communeOfAddress } from "@/lib/commune/queries";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { can, type Viewer } from "@/lib/platform/policy";
import { chosenTerms } from "@/lib/vocabulary/queries";
import type { StructureRefusal } from "./labels";
import type { StructureInput } from "./schema";

/** Changes what the structure says of itself. Its public offers say it too, at once; their own sites stay as they are. */
export async function editStructure(viewer: Viewer, input: StructureInput): Promise<Outcome<null, StructureRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer)) return refused("notFound");
  const { accountId, structureId } = viewer;
  return db.transaction(async (tx) => {
    // The same row a change of roles locks: the role that is read here still holds when this is written.
    const [before] = await tx.select({ typeId: structure.typeId }).from(structure).where(eq(structure.id, structureId)).for("no key update");
    const [administrator] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.id, accountId), eq(account.structureId, structureId), eq(account.role, "administrator"), eq(account.state, "active")));
    if (!administrator) return refused("notFound");
    const commune = await communeOfAddress(tx, input.commune, input.postcode);
    if (!commune) return refused("communeUnknown", "commune");
    const [typeId] = (await chosenTerms(tx, "structureType", [input.typeId], before ? [before.typeId] : [])) ?? [];
    if (!typeId) return refused("typeUnknown", "typeId");
    await tx
      .update(structure)
      .set({
        name: input.name,
        street: input.street,
        postcode: input.postcode,
        communeCode: commune.code,
        communeName: commune.name,
        department: commune.department,
        typeId,
        representativeName: input.representativeName,
        representativeFunction: input.representativeFunction,
      })
      .where(eq(structure.id, structureId));
    await refreshCatalogue(tx, { structureId });
    await recordAudit(tx, { actorId: accountId, deed: "structure:edit", objectKind: "structure", objectId: structureId });
    return done(null);
  });
}
