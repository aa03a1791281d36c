import "server-only";
import { and, eq, exists, inArray, isNotNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account, session } from "@/db/schema/account";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { offer } from "@/lib/offer/content/tables";
import { offerImport } from "@/lib/offer/import/tables";
import { lockOffersOf, refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { lockTeam } from "@/lib/people/membership/commands/team";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { stateOfStructure } from "../queries/structures";
import { type MergeRefusal, mergeRefusal } from "../rules";

/**
 * What belongs to a structure and follows it. Documents, revisions and reports follow their offers.
 */
const belongings = [account, offer, structureSite, localReferent, offerImport] as const;

/**
 * A structure that registered twice becomes one: accounts, offers in every state, sites, referents
 * and imports of the first move to the second, which keeps its own name and address. The first is
 * closed and leads to the second.
 */
export async function mergeStructures(
  viewer: Viewer,
  { structureId, targetId }: { structureId: string; targetId: string },
): Promise<Outcome<{ targetId: string }, MergeRefusal | "notFound">> {
  if (viewer.kind !== "moderator" || !can(viewer, "structure:oversee")) return refused("notFound");
  return db.transaction(async (tx) => {
    const ids = [structureId, targetId];
    // In one order, so that two merges of the same pair take turns.
    await tx
      .select({ id: structure.id })
      .from(structure)
      .where(inArray(structure.id, ids))
      .orderBy(structure.id)
      .for("no key update");
    const found = await tx
      .select({ id: structure.id, typeId: structure.typeId, state: stateOfStructure() })
      .from(structure)
      .where(inArray(structure.id, ids));
    const [from, into] = ids.map((id) => found.find((row) => row.id === id));
    if (!from || !into) return refused("notFound");
    // A type that is being suspended at this moment is waited for.
    await tx
      .select({ id: vocabularyTerm.id })
      .from(vocabularyTerm)
      .where(
        inArray(
          vocabularyTerm.id,
          found.map(({ typeId }) => typeId),
        ),
      )
      .orderBy(vocabularyTerm.id)
      .for("share");
    const current = await tx
      .select({ id: structure.id, state: stateOfStructure() })
      .from(structure)
      .where(inArray(structure.id, ids));
    const stateOf = (id: string) => current.find((row) => row.id === id)?.state ?? "closed";
    const refusal = mergeRefusal(
      { id: structureId, state: stateOf(structureId) },
      { id: targetId, state: stateOf(targetId) },
    );
    if (refusal) return refused(refusal);
    for (const id of [...ids].sort()) await lockTeam(tx, id);
    await lockOffersOf(tx, { structureId });
    const told = await peopleToNotify(tx, structureId, targetId);
    await move(tx, structureId, targetId);
    await tx.update(structure).set({ state: "closed" }).where(eq(structure.id, structureId));
    // One that had been merged into the first leads to where everything is now.
    await tx
      .update(structure)
      .set({ mergedIntoId: targetId })
      .where(or(eq(structure.id, structureId), eq(structure.mergedIntoId, structureId)));
    await refreshCatalogue(tx, { structureId: targetId });
    for (const address of told)
      await enqueueMail(tx, "structuresMerged", address, { structureId, targetId });
    for (const objectId of ids)
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "structure:merge",
        objectKind: "structure",
        objectId,
        detail: { from: structureId, into: targetId },
      });
    return done({ targetId });
  });
}

/**
 * What was being written for a structure while it was merged is there a moment later: it follows.
 * @returns nothing; a run that finds nothing changes nothing
 */
export async function followMerges(): Promise<void> {
  const target = alias(structure, "target");
  const merged = await db
    .select({ from: structure.id, into: target.id })
    .from(structure)
    .innerJoin(target, eq(target.id, structure.mergedIntoId))
    .where(
      or(
        ...belongings.map((table) =>
          exists(
            db.select({ id: table.id }).from(table).where(eq(table.structureId, structure.id)),
          ),
        ),
      ),
    );
  for (const { from, into } of merged) {
    await db.transaction(async (tx) => {
      await tx
        .select({ id: structure.id })
        .from(structure)
        .where(inArray(structure.id, [from, into]))
        .orderBy(structure.id)
        .for("no key update");
      await lockOffersOf(tx, { structureId: from });
      await move(tx, from, into);
      await refreshCatalogue(tx, { structureId: into });
    });
  }
}

async function move(tx: Transaction, from: string, into: string): Promise<void> {
  // Who looks at one of them was let into this structure, and the log of the other says nothing of
  // it.
  const moved = tx.select({ id: account.id }).from(account).where(eq(account.structureId, from));
  await tx
    .update(session)
    .set({ viewingAccountId: null, viewingUntil: null })
    .where(inArray(session.viewingAccountId, moved));
  for (const table of belongings)
    await tx.update(table).set({ structureId: into }).where(eq(table.structureId, from));
}

/** Everyone whose structure changes, and the administrators who get them as colleagues. */
async function peopleToNotify(tx: Transaction, from: string, into: string): Promise<string[]> {
  const rows = await tx
    .select({ email: account.email })
    .from(account)
    .where(
      and(
        eq(account.state, "active"),
        isNotNull(account.passwordHash),
        or(
          eq(account.structureId, from),
          and(eq(account.structureId, into), eq(account.role, "administrator")),
        ),
      ),
    );
  return rows.map(({ email }) => email);
}
