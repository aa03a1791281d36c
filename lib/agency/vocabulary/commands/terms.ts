import "server-only";
import { arrayContains, eq, inArray, sql } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { structure, structureSite } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { rewriteCatalogue } from "@/lib/offer/projection/commands/refresh";
import { offersShowing } from "@/lib/offer/projection/queries/public-offer";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db, type Transaction } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { termLabel, type VocabularyRefusal } from "@/lib/reference/vocabulary/labels";
import { lockVocabulary } from "@/lib/reference/vocabulary/queries";
import {
  mayRetire,
  mergeProblem,
  stepped,
  type TermStep,
  type VocabularyKind,
} from "@/lib/reference/vocabulary/rules";

type TermRow = typeof vocabularyTerm.$inferSelect;
type Signed = Exclude<Viewer, { kind: "anonymous" }>;
type Edited = Outcome<{ termId: string; kind: VocabularyKind }, VocabularyRefusal>;

/** Adds a choice at the end of a list. */
export async function addTerm(
  viewer: Viewer,
  { kind, label }: { kind: VocabularyKind; label: string },
): Promise<Edited> {
  return edit(viewer, async (tx, { accountId: actorId }) => {
    const list = await listOf(tx, kind);
    const taken = await labelRefusal(tx, list, label);
    if (taken) return refused(taken, "label");
    const term = { id: newId(), kind, label, position: (list.at(-1)?.position ?? -1) + 1 };
    await tx.insert(vocabularyTerm).values(term);
    await record(tx, actorId, "vocabulary:add", term.id, { kind, label });
    return done({ termId: term.id, kind });
  });
}

/**
 * Another label for the same choice: everything that has it says it at once, the public catalogue
 * too.
 * @param bases labels the form may write over (`basesIn`); absent, any
 */
export async function renameTerm(
  asking: Viewer,
  { termId, label }: { termId: string; label: string },
  bases?: readonly string[],
): Promise<Edited> {
  return edit(asking, async (tx, viewer) => {
    const { term, list } = await termOf(tx, termId);
    if (!term) return refused("notFound");
    const conflict = await conflictOver(tx, viewer, {
      bases,
      labels: { label: termLabel },
      mine: { label },
      theirs: { label: term.label },
      saved: { kind: "term", deeds: ["vocabulary:add", "vocabulary:rename"], about: termId },
      address: `/admin/vocabulaires/${termId}`,
    });
    if (conflict) return contested(conflict);
    const taken = await labelRefusal(
      tx,
      list.filter(({ id }) => id !== termId),
      label,
    );
    if (taken) return refused(taken, "label");
    if (term.label !== label) {
      await tx.update(vocabularyTerm).set({ label }).where(eq(vocabularyTerm.id, termId));
      await showAgain(tx, await offersShowing(tx, termId));
      await record(tx, viewer.accountId, "vocabulary:rename", termId, {
        before: term.label,
        after: label,
      });
    }
    return done({ termId, kind: term.kind });
  });
}

/** One place up or down among the choices that are offered. */
export async function moveTerm(
  viewer: Viewer,
  { termId, step }: { termId: string; step: TermStep },
): Promise<Edited> {
  return edit(viewer, async (tx, { accountId: actorId }) => {
    const { term, list } = await termOf(tx, termId);
    if (!term) return refused("notFound");
    const order = stepped(list.map(asListed), termId, step);
    if (!order) return refused("cannotMove");
    const places = new Map(order.map((id, position) => [id, position]));
    for (const { id, position } of list) {
      const place = places.get(id) ?? position;
      if (place !== position)
        await tx.update(vocabularyTerm).set({ position: place }).where(eq(vocabularyTerm.id, id));
    }
    await record(tx, actorId, "vocabulary:move", termId, { step });
    return done({ termId, kind: term.kind });
  });
}

/** No longer offered; what has it keeps it. */
export async function retireTerm(viewer: Viewer, termId: string): Promise<Edited> {
  return edit(viewer, async (tx, { accountId: actorId }) => {
    const { term, list } = await termOf(tx, termId);
    if (!term) return refused("notFound");
    if (!mayRetire(list.map(asListed), termId)) return refused("lastTerm");
    if (!term.retiredAt) {
      await tx
        .update(vocabularyTerm)
        .set({ retiredAt: now() })
        .where(eq(vocabularyTerm.id, termId));
      await record(tx, actorId, "vocabulary:retire", termId);
    }
    return done({ termId, kind: term.kind });
  });
}

/** Offered again, at the place it had. */
export async function takeTermBack(viewer: Viewer, termId: string): Promise<Edited> {
  return edit(viewer, async (tx, { accountId: actorId }) => {
    const { term } = await termOf(tx, termId);
    if (!term) return refused("notFound");
    if (term.retiredAt) {
      await tx.update(vocabularyTerm).set({ retiredAt: null }).where(eq(vocabularyTerm.id, termId));
      await record(tx, actorId, "vocabulary:takeBack", termId);
    }
    return done({ termId, kind: term.kind });
  });
}

/**
 * Makes two terms one. What was submitted keeps its id and reads as the other; structures, their
 * sites and the catalogue are written anew (docs/decisions/0010-vocabularies.md).
 */
export async function mergeTerm(
  viewer: Viewer,
  { termId, targetId }: { termId: string; targetId: string },
): Promise<Edited> {
  if (!can(viewer, "vocabulary:edit")) return refused("notFound");
  return edit(
    viewer,
    async (tx, { accountId: actorId }) => {
      const { term, list } = await termOf(tx, termId);
      const problem = mergeProblem(list.map(asListed), termId, targetId);
      if (!term || problem)
        return problem && problem !== "notFound"
          ? refused(problem, "targetId")
          : refused("notFound");
      // Merged, its structures would leave a suspension nobody lifted.
      if (await isSuspended(tx, termId)) return refused("termSuspended", "targetId");
      // And into one that is, they would be suspended by nobody's decision.
      if (await isSuspended(tx, targetId)) return refused("targetSuspended", "targetId");
      const shown = await offersShowing(tx, termId);
      await tx
        .update(vocabularyTerm)
        .set({
          mergedIntoId: targetId,
          retiredAt: sql`coalesce(${vocabularyTerm.retiredAt}, ${now().toISOString()}::timestamptz)`,
        })
        .where(sql`${vocabularyTerm.id} = ${termId} or ${vocabularyTerm.mergedIntoId} = ${termId}`);
      await tx.update(structure).set({ typeId: targetId }).where(eq(structure.typeId, termId));
      await tx
        .update(structureSite)
        .set({ typeId: targetId })
        .where(eq(structureSite.typeId, termId));
      await countAs(tx, termId, targetId);
      await showAgain(tx, shown);
      await record(tx, actorId, "vocabulary:merge", termId, { intoId: targetId });
      return done({ termId: targetId, kind: term.kind });
    },
    termId,
  );
}

async function isSuspended(tx: Transaction, termId: string): Promise<boolean> {
  return (
    (await tx.$count(
      suspension,
      sql`${suspension.typeId} = ${termId} and ${suspension.liftedAt} is null`,
    )) > 0
  );
}

/**
 * What the lists and figures of the ARS count by: its trigger writes merged terms as they are read,
 * this follows a merge.
 */
async function countAs(tx: Transaction, termId: string, targetId: string): Promise<void> {
  for (const column of ["themeIds", "audienceIds"] as const) {
    const ids = revisionFacts[column];
    const current = sql<
      string[]
    >`(select array_agg(distinct id) from unnest(array_replace(${ids}, ${termId}::uuid, ${targetId}::uuid)) id)`;
    await tx
      .update(revisionFacts)
      .set({ [column]: current })
      .where(arrayContains(ids, [termId]));
  }
}

/**
 * Runs an edit alone: nobody else edits the lists, and whoever reads them to write has written.
 * @param typeId the structures that have this type are locked first, as every other change of a
 * structure locks it first
 */
async function edit(
  viewer: Viewer,
  run: (tx: Transaction, viewer: Signed) => Promise<Edited>,
  typeId?: string,
): Promise<Edited> {
  if (viewer.kind === "anonymous" || !can(viewer, "vocabulary:edit")) return refused("notFound");
  try {
    return await db.transaction(async (tx) => {
      if (typeId)
        await tx
          .select({ id: structure.id })
          .from(structure)
          .where(eq(structure.typeId, typeId))
          .orderBy(structure.id)
          .for("no key update");
      // Whoever suspends a type holds its row first.
      await tx
        .select({ id: vocabularyTerm.id })
        .from(vocabularyTerm)
        .orderBy(vocabularyTerm.id)
        .for("no key update");
      await lockVocabulary(tx);
      return run(tx, viewer);
    });
  } catch (error) {
    if (isUniqueViolation(error, "vocabulary_term_label")) return refused("labelTaken", "label");
    throw error;
  }
}

async function listOf(tx: Transaction, kind: VocabularyKind): Promise<TermRow[]> {
  return tx
    .select()
    .from(vocabularyTerm)
    .where(sql`${vocabularyTerm.kind} = ${kind} and ${vocabularyTerm.mergedIntoId} is null`)
    .orderBy(vocabularyTerm.position, vocabularyTerm.id);
}

async function termOf(
  tx: Transaction,
  termId: string,
): Promise<{ term: TermRow | undefined; list: TermRow[] }> {
  const [row] = await tx
    .select({ kind: vocabularyTerm.kind })
    .from(vocabularyTerm)
    .where(eq(vocabularyTerm.id, termId));
  const list = row ? await listOf(tx, row.kind) : [];
  return { term: list.find(({ id }) => id === termId), list };
}

function asListed({ id, retiredAt }: TermRow) {
  return { id, retired: retiredAt !== null };
}

/**
 * Whether another term of the list has this label, as the index compares labels: without case and
 * accents.
 */
async function labelRefusal(
  tx: Transaction,
  others: readonly TermRow[],
  label: string,
): Promise<"labelTaken" | "labelRetired" | null> {
  if (others.length === 0) return null;
  const [same] = await tx
    .select({ retiredAt: vocabularyTerm.retiredAt })
    .from(vocabularyTerm)
    .where(
      sql`${inArray(
        vocabularyTerm.id,
        others.map(({ id }) => id),
      )} and folded(${vocabularyTerm.label}) = folded(${label})`,
    );
  return same ? (same.retiredAt ? "labelRetired" : "labelTaken") : null;
}

/** Offers that one statement looks for. */
const batchSize = 1000;

async function showAgain(tx: Transaction, offerIds: readonly string[]): Promise<void> {
  for (let start = 0; start < offerIds.length; start += batchSize)
    await rewriteCatalogue(tx, { offerIds: offerIds.slice(start, start + batchSize) });
}

/** The labels of these lists are public words of the agency's: the log may say them. */
function record(
  tx: Transaction,
  actorId: string,
  deed: string,
  termId: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, { actorId, deed, objectKind: "term", objectId: termId, detail });
}
