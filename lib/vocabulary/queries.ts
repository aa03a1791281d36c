import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { vocabularyTerm } from "@/db/schema/vocabulary";

export type VocabularyKind = (typeof vocabularyTerm.$inferSelect)["kind"];

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

/** Labels by id, retired terms included: what was chosen stays readable. */
export async function termLabels(ids: readonly string[], executor: Executor = db): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: vocabularyTerm.id, label: vocabularyTerm.label })
    .from(vocabularyTerm)
    .where(inArray(vocabularyTerm.id, [...ids]))
    .orderBy(asc(vocabularyTerm.position));
  return new Map(rows.map((row) => [row.id, row.label]));
}

/** Whether every id is a term of this list. */
export async function areTerms(executor: Executor, kind: VocabularyKind, ids: readonly string[]): Promise<boolean> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return true;
  const rows = await executor
    .select({ id: vocabularyTerm.id })
    .from(vocabularyTerm)
    .where(and(eq(vocabularyTerm.kind, kind), inArray(vocabularyTerm.id, [...wanted])));
  return rows.length === wanted.size;
}

/** The same as choices of a form. */
export async function choicesOf(kind: VocabularyKind): Promise<{ value: string; label: string }[]> {
  return (await termsOf(kind)).map(({ id, label }) => ({ value: id, label }));
}
