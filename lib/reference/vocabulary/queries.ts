import "server-only";
import { and, asc, count, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { structure, structureSite } from "@/db/schema/structure";
import { searchSynonym, vocabularyTerm } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db, type Executor, type Transaction } from "@/lib/platform/database/client";
import { isUuid } from "@/lib/platform/values/id";
import { retiredMark, type TermUsage } from "./labels";
import { currentTerms, type MergedTerms, type VocabularyKind } from "./rules";

export interface TermDto {
  id: string;
  label: string;
}

/** The choices of a list in the ARS's order, retired ones left out. Public. */
export async function termsOf(kind: VocabularyKind): Promise<TermDto[]> {
  return db
    .select({ id: vocabularyTerm.id, label: vocabularyTerm.label })
    .from(vocabularyTerm)
    .where(and(eq(vocabularyTerm.kind, kind), isNull(vocabularyTerm.retiredAt)))
    .orderBy(asc(vocabularyTerm.position));
}

const target = alias(vocabularyTerm, "target");

/**
 * Labels by id, retired terms included: what was chosen stays readable, and what was merged reads
 * as what it became.
 * @param ids as a draft holds them: what is no id has no label
 */
export async function termLabels(
  ids: readonly string[],
  executor: Executor = db,
): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter(isUuid);
  if (known.length === 0) return new Map();
  const rows = await executor
    .select({
      id: vocabularyTerm.id,
      label: sql<string>`coalesce(${target.label}, ${vocabularyTerm.label})`,
    })
    .from(vocabularyTerm)
    .leftJoin(target, eq(target.id, vocabularyTerm.mergedIntoId))
    .where(inArray(vocabularyTerm.id, known))
    .orderBy(asc(vocabularyTerm.position));
  return new Map(rows.map((row) => [row.id, row.label]));
}

/**
 * Every term that was merged, with the one it is read as: contents that were submitted before keep
 * its id.
 */
export async function mergedTerms(executor: Executor = db): Promise<MergedTerms> {
  const rows = await executor
    .select({ id: vocabularyTerm.id, into: vocabularyTerm.mergedIntoId })
    .from(vocabularyTerm)
    .where(isNotNull(vocabularyTerm.mergedIntoId));
  return new Map(rows.map(({ id, into }) => [id, into ?? id]));
}

export interface TermNumbers {
  merged: MergedTerms;
  /** By id; a term that was merged is not in it. */
  byId: ReadonlyMap<string, { number: number; label: string }>;
}

/**
 * Every term with its number in addresses and in the catalogue's index, and what was merged into
 * what. Public.
 */
export async function numbersOfTerms(executor: Executor = db): Promise<TermNumbers> {
  const rows = await executor
    .select({
      id: vocabularyTerm.id,
      number: vocabularyTerm.number,
      label: vocabularyTerm.label,
      into: vocabularyTerm.mergedIntoId,
    })
    .from(vocabularyTerm)
    .orderBy(asc(vocabularyTerm.position));
  return {
    merged: new Map(rows.flatMap(({ id, into }) => (into ? [[id, into]] : []))),
    byId: new Map(
      rows.filter(({ into }) => !into).map(({ id, number, label }) => [id, { number, label }]),
    ),
  };
}

export interface NumberedTerm {
  kind: VocabularyKind;
  number: number;
  label: string;
  retired: boolean;
  /** The number it is read as since it was merged; its own otherwise. */
  readAs: number;
}

/** Every term by the number addresses have for it, in the ARS's order. Public. */
export async function numberedTerms(): Promise<NumberedTerm[]> {
  return db
    .select({
      kind: vocabularyTerm.kind,
      number: vocabularyTerm.number,
      label: vocabularyTerm.label,
      retired: sql<boolean>`${vocabularyTerm.retiredAt} is not null`,
      readAs: sql<number>`coalesce(${target.number}, ${vocabularyTerm.number})`,
    })
    .from(vocabularyTerm)
    .leftJoin(target, eq(target.id, vocabularyTerm.mergedIntoId))
    .orderBy(asc(vocabularyTerm.position));
}

export interface SynonymsDto {
  id: string;
  term: string;
  synonyms: string[];
}

/** Words the agency has the search take for one another, by their term. Public. */
export async function keptSynonyms(): Promise<SynonymsDto[]> {
  return db
    .select()
    .from(searchSynonym)
    .orderBy(sql`folded(${searchSynonym.term})`);
}

/** The same as groups of words, each of which finds the others. Public. */
export async function synonymGroups(): Promise<string[][]> {
  return (await keptSynonyms()).map(({ term, synonyms }) => [term, ...synonyms]);
}

/** Of all advisory locks of the portal, the one of the lists. */
const listsLock = 7_501;

/**
 * The lists stay as they are until the transaction ends; whoever edits them waits. Taken after
 * rows, never before.
 */
export async function shareVocabularyLock(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock_shared(${listsLock})`);
}

/**
 * The one who edits the lists: alone, and not before everyone who reads them to write has written.
 */
export async function lockVocabulary(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${listsLock})`);
}

/** What is chosen of a list. */
export interface Choice {
  kind: VocabularyKind;
  ids: readonly string[];
  /** What the thing held already: it may keep a retired term, nothing else may take one. */
  kept?: readonly string[];
}

/**
 * Choices as they are to be stored: what was merged meanwhile becomes what it is read as.
 * @returns those of each list; null when one of them is no choice of its list
 */
export async function chosenInLists(
  executor: Executor,
  choices: readonly Choice[],
): Promise<string[][] | null> {
  await shareVocabularyLock(executor);
  const merged = await mergedTerms(executor);
  const wanted = choices.map(({ ids }) => currentTerms(ids, merged));
  if (wanted.flat().length === 0) return wanted;
  const rows = await executor
    .select({
      id: vocabularyTerm.id,
      kind: vocabularyTerm.kind,
      retired: sql<boolean>`${vocabularyTerm.retiredAt} is not null`,
    })
    .from(vocabularyTerm)
    .where(and(inArray(vocabularyTerm.id, wanted.flat()), isNull(vocabularyTerm.mergedIntoId)));
  const known = new Map(rows.map((row) => [row.id, row]));
  const isOffered = choices.every(({ kind, kept = [] }, list) => {
    const held = new Set(currentTerms(kept, merged));
    return wanted[list]?.every((id) => {
      const term = known.get(id);
      return term?.kind === kind && (!term.retired || held.has(id));
    });
  });
  return isOffered ? wanted : null;
}

/** The same of one list. */
export async function chosenTerms(
  executor: Executor,
  kind: VocabularyKind,
  ids: readonly string[],
  kept: readonly string[] = [],
): Promise<string[] | null> {
  const [chosen] = (await chosenInLists(executor, [{ kind, ids, kept }])) ?? [];
  return chosen ?? null;
}

/**
 * The same list as choices of a form.
 * @param chosen what the form holds: a retired term among it stays there, and says what it is
 */
export async function choicesOf(
  kind: VocabularyKind,
  chosen: readonly string[] = [],
): Promise<{ value: string; label: string }[]> {
  const held = chosen.filter(isUuid);
  const rows = await db
    .select({
      id: vocabularyTerm.id,
      label: vocabularyTerm.label,
      retiredAt: vocabularyTerm.retiredAt,
    })
    .from(vocabularyTerm)
    .where(
      and(
        eq(vocabularyTerm.kind, kind),
        isNull(vocabularyTerm.mergedIntoId),
        or(
          isNull(vocabularyTerm.retiredAt),
          held.length > 0 ? inArray(vocabularyTerm.id, held) : undefined,
        ),
      ),
    )
    .orderBy(asc(vocabularyTerm.position));
  return rows.map(({ id, label, retiredAt }) => ({
    value: id,
    label: retiredAt ? `${label} ${retiredMark}` : label,
  }));
}

export interface EditedTermDto extends TermDto {
  kind: VocabularyKind;
  retired: boolean;
  usage: TermUsage;
}

/**
 * A whole list in its order, retired terms included, with where each is used; nothing for who may
 * not edit it.
 */
export async function editedList(viewer: Viewer, kind: VocabularyKind): Promise<EditedTermDto[]> {
  if (!can(viewer, "vocabulary:edit")) return [];
  const [rows, usage] = await Promise.all([
    db
      .select()
      .from(vocabularyTerm)
      .where(and(eq(vocabularyTerm.kind, kind), isNull(vocabularyTerm.mergedIntoId)))
      .orderBy(asc(vocabularyTerm.position), asc(vocabularyTerm.id)),
    usageOf(kind),
  ]);
  return rows.map(({ id, label, retiredAt }) => ({
    id,
    label,
    kind,
    retired: retiredAt !== null,
    usage: usage.get(id) ?? { offers: 0, structures: 0, sites: 0 },
  }));
}

/** One term and its list; null for one that is missing or merged, and for who may not edit it. */
export async function editedTerm(
  viewer: Viewer,
  termId: string,
): Promise<{ term: EditedTermDto; list: EditedTermDto[] } | null> {
  if (!can(viewer, "vocabulary:edit") || !isUuid(termId)) return null;
  const [row] = await db
    .select({ kind: vocabularyTerm.kind })
    .from(vocabularyTerm)
    .where(eq(vocabularyTerm.id, termId));
  const list = row ? await editedList(viewer, row.kind) : [];
  const term = list.find(({ id }) => id === termId);
  return term ? { term, list } : null;
}

// Where an offer names terms of a kind: in its revisions, and in the form that is being filled.
const places: Partial<Record<VocabularyKind, { content: SQL; draft: string }>> = {
  theme: { content: sql`revision.content->'themeIds'`, draft: "themeIds" },
  audience: { content: sql`revision.content->'audienceIds'`, draft: "audienceIds" },
  siteType: { content: sql`revision.content->'site'->'typeId'`, draft: "siteTypeId" },
};

/**
 * How many offers that are not deleted, structures and kept sites have each term of a list, merged
 * ones counted as what they became.
 */
async function usageOf(kind: VocabularyKind): Promise<Map<string, TermUsage>> {
  const offers = places[kind];
  const counted = await Promise.all([
    offers ? offersWith(kind, offers.content, offers.draft) : [],
    kind === "structureType"
      ? db
          .select({ id: structure.typeId, total: count() })
          .from(structure)
          .groupBy(structure.typeId)
      : [],
    kind === "siteType"
      ? db
          .select({ id: structureSite.typeId, total: count() })
          .from(structureSite)
          .groupBy(structureSite.typeId)
      : [],
  ]);
  const usage = new Map<string, TermUsage>();
  (["offers", "structures", "sites"] as const).forEach((what, index) => {
    for (const { id, total } of counted[index] ?? [])
      usage.set(id, {
        ...(usage.get(id) ?? { offers: 0, structures: 0, sites: 0 }),
        [what]: total,
      });
  });
  return usage;
}

function offersWith(kind: VocabularyKind, content: SQL, draft: string) {
  return db.execute<{ id: string; total: number }>(sql`
    select coalesce(term.merged_into_id, term.id) as id, count(distinct offer.id)::int as total
    from offer
    left join offer_revision revision on revision.id in (offer.current_revision_id, offer.approved_revision_id)
    cross join lateral (values (${content}), (offer.draft->'values'->${draft}::text)) as place (named)
    cross join lateral jsonb_array_elements_text(case jsonb_typeof(named) when 'array' then named when 'string' then jsonb_build_array(named) else '[]' end) as chosen (id)
    join vocabulary_term term on term.id::text = chosen.id and term.kind = ${kind}
    where offer.deleted_at is null
    group by 1`);
}
