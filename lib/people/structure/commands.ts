import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { lockOffersOf, refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { addressRefused, understoodAddress } from "@/lib/reference/commune/queries/addresses";
import { chosenTerms } from "@/lib/reference/vocabulary/queries";
import type { StructureRefusal } from "./labels";
import type { StructureChanges, StructureInput } from "./schema";

/**
 * Changes what the structure says of itself. Its public offers say it too, at once; their own sites
 * stay as they are.
 */
export async function editStructure(
  viewer: Viewer,
  input: StructureInput,
): Promise<Outcome<null, StructureRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer))
    return refused("notFound");
  const { accountId, structureId } = viewer;
  return db.transaction(async (tx) => {
    // The same row a change of roles locks: the role that is read here still holds when this is
    // written.
    const [before] = await tx
      .select({ typeId: structure.typeId })
      .from(structure)
      .where(eq(structure.id, structureId))
      .for("no key update");
    const [administrator] = await tx
      .select({ id: account.id })
      .from(account)
      .where(
        and(
          eq(account.id, accountId),
          eq(account.structureId, structureId),
          eq(account.role, "administrator"),
          eq(account.state, "active"),
        ),
      );
    if (!administrator) return refused("notFound");
    const written = await writeStructure(tx, structureId, input, before?.typeId);
    if (!written.ok) return written;
    await recordAudit(tx, {
      actorId: accountId,
      deed: "structure:edit",
      objectKind: "structure",
      objectId: structureId,
    });
    return done(null);
  });
}

/** A moderator sets right what the structure says of itself; the log keeps what it said before. */
export async function correctStructure(
  viewer: Viewer,
  { structureId, ...input }: StructureInput & { structureId: string },
): Promise<Outcome<null, StructureRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "structure:oversee")) return refused("missing");
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select()
      .from(structure)
      .where(and(eq(structure.id, structureId), eq(structure.state, "active")))
      .for("no key update");
    if (!before) return refused("missing");
    const written = await writeStructure(tx, structureId, input, before.typeId);
    if (!written.ok) return written;
    const changes = differences(before, written.data);
    if (Object.keys(changes).length === 0) return done(null);
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "structure:correct",
      objectKind: "structure",
      objectId: structureId,
      detail: { changes },
    });
    return done(null);
  });
}

type Identity = Pick<
  typeof structure.$inferSelect,
  | (keyof StructureInput & keyof typeof structure.$inferSelect)
  | "communeCode"
  | "communeName"
  | "department"
>;

/**
 * Its public offers say it too, at once. The caller has locked the row.
 * @param typeBefore may be kept though the list no longer proposes it
 */
async function writeStructure(
  tx: Transaction,
  structureId: string,
  input: StructureInput,
  typeBefore: string | undefined,
): Promise<Outcome<Identity, StructureRefusal>> {
  const address = await understoodAddress(input, tx);
  if (!address.ok) return addressRefused(address);
  const { commune, postcode, cedex } = address;
  // A type that is being suspended at this moment is waited for: the offers would else stay in the
  // catalogue.
  await tx
    .select({ id: vocabularyTerm.id })
    .from(vocabularyTerm)
    .where(eq(vocabularyTerm.id, input.typeId))
    .for("share");
  await lockOffersOf(tx, { structureId });
  const [typeId] =
    (await chosenTerms(tx, "structureType", [input.typeId], typeBefore ? [typeBefore] : [])) ?? [];
  if (!typeId) return refused("typeUnknown", "typeId");
  const identity = {
    name: input.name,
    street: input.street,
    postcode,
    cedex,
    communeCode: commune.code,
    communeName: commune.name,
    department: commune.department,
    typeId,
    representativeName: input.representativeName,
    representativeFunction: input.representativeFunction,
  };
  await tx.update(structure).set(identity).where(eq(structure.id, structureId));
  await refreshCatalogue(tx, { structureId });
  return done(identity);
}

/**
 * Before and after of what changed. The representative is a person, whom a log that only grows must
 * not name.
 */
function differences(before: Identity, after: Identity): StructureChanges {
  const told = (["name", "street", "postcode", "communeName", "cedex", "typeId"] as const).filter(
    (field) => before[field] !== after[field],
  );
  const represented =
    before.representativeName !== after.representativeName ||
    before.representativeFunction !== after.representativeFunction;
  return {
    ...Object.fromEntries(
      told.map((field) => [field, { before: before[field], after: after[field] }]),
    ),
    ...(represented ? { representative: null } : {}),
  };
}
