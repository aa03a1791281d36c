import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { lockOffersOf, refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db, type Transaction } from "@/lib/platform/database/client";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { addressRefused, understoodAddress } from "@/lib/reference/commune/queries/addresses";
import { chosenTerms, mergedTerms, termLabels } from "@/lib/reference/vocabulary/queries";
import { idsReadAs } from "@/lib/reference/vocabulary/rules";
import { structureLabels, type StructureRefusal } from "./labels";
import { structureState } from "./rules";
import type { StructureChanges, StructureInput } from "./schema";

/**
 * Changes what the structure says of itself. Its public offers say it too, at once; their own sites
 * stay as they are.
 * @param bases what it may say to be written over (`basesIn`); absent, anything
 */
export async function editStructure(
  viewer: Viewer,
  input: StructureInput,
  bases?: readonly string[],
): Promise<Outcome<null, StructureRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "structure:edit", viewer))
    return refused("notFound");
  const { accountId, structureId } = viewer;
  return db.transaction(async (tx) => {
    // The same row a change of roles locks: the role that is read here still holds when this is
    // written.
    const [before] = await tx
      .select()
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
    if (!before || !administrator) return refused("notFound");
    const written = await writeStructure(tx, viewer, before, {
      input,
      bases,
      address: "/espace/profil",
    });
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

/**
 * A moderator sets right what the structure says of itself; the log keeps what it said before.
 * @param bases what it may say to be written over (`basesIn`); absent, anything
 */
export async function correctStructure(
  viewer: Viewer,
  { structureId, ...input }: StructureInput & { structureId: string },
  bases?: readonly string[],
): Promise<Outcome<null, StructureRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "structure:oversee")) return refused("missing");
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select()
      .from(structure)
      .where(and(eq(structure.id, structureId), eq(structure.state, "active")))
      .for("no key update");
    if (!before) return refused("missing");
    const written = await writeStructure(tx, viewer, before, {
      input,
      bases,
      address: `/admin/structures/${structureId}`,
    });
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

type StructureRow = typeof structure.$inferSelect;
type Identity = Pick<
  StructureRow,
  (keyof StructureInput & keyof StructureRow) | "communeCode" | "communeName" | "department"
>;

/**
 * Its public offers say it too, at once. The caller has locked the row.
 * @param before its type may be kept though the list no longer proposes it
 * @param sent.address where `viewer` reads what is stored
 */
async function writeStructure(
  tx: Transaction,
  viewer: Exclude<Viewer, { kind: "anonymous" }>,
  before: StructureRow,
  sent: { input: StructureInput; bases: readonly string[] | undefined; address: string },
): Promise<Outcome<Identity, StructureRefusal>> {
  const { input, bases } = sent;
  const structureId = before.id;
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
  const [typeId] = (await chosenTerms(tx, "structureType", [input.typeId], [before.typeId])) ?? [];
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
  const conflict = await conflictOver(tx, viewer, {
    bases,
    labels: structureLabels,
    ...(await inWords(tx, identity, before)),
    current: await namesOf(tx, before),
    saved: {
      kind: "structure",
      deeds: ["structure:edit", "structure:correct"],
      about: structureId,
    },
    address: sent.address,
  });
  if (conflict) return contested(conflict);
  await tx.update(structure).set(identity).where(eq(structure.id, structureId));
  await refreshCatalogue(tx, { structureId });
  return done(identity);
}

/** Both as their form shows them. */
async function inWords(
  tx: Transaction,
  typed: Identity,
  stored: Identity,
): Promise<Record<"mine" | "theirs", Record<keyof typeof structureLabels, string>>> {
  const types = await termLabels([typed.typeId, stored.typeId], tx);
  const words = (said: Identity) => ({ ...said, type: types.get(said.typeId) ?? "" });
  return { mine: words(typed), theirs: words(stored) };
}

/** A form that was opened before its type was merged shows the same structure. */
async function namesOf(tx: Transaction, row: StructureRow): Promise<string[]> {
  return idsReadAs(row.typeId, await mergedTerms(tx)).map((typeId) =>
    structureState({ ...row, typeId }),
  );
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
