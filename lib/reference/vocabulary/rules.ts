/** The lists the ARS edits. */
export const vocabularyKinds = ["theme", "audience", "structureType", "siteType"] as const;
export type VocabularyKind = (typeof vocabularyKinds)[number];

export interface ListedTerm {
  id: string;
  retired: boolean;
}

export type TermStep = "up" | "down";

/**
 * The order of a list after one of its offered terms took the place of the offered one above or
 * below; retired terms stay where they are, for the day they are taken back.
 * @param terms the whole list in its present order
 * @returns ids in their new order; null when there is nothing to change places with
 */
export function stepped(terms: readonly ListedTerm[], id: string, step: TermStep): string[] | null {
  const offered = terms.filter(({ retired }) => !retired);
  const place = offered.findIndex((term) => term.id === id);
  const neighbour = place < 0 ? undefined : offered[step === "up" ? place - 1 : place + 1];
  if (!neighbour) return null;
  const swapped: Readonly<Record<string, string>> = { [id]: neighbour.id, [neighbour.id]: id };
  return terms.map((term) => swapped[term.id] ?? term.id);
}

/** A form that asks for a choice needs one to offer: the last term of a list is not retired. */
export function mayRetire(terms: readonly ListedTerm[], id: string): boolean {
  return terms.some((term) => term.id !== id && !term.retired);
}

export type MergeProblem = "sameTerm" | "targetRetired" | "notFound";

/** What keeps a term from being merged into another one of its list; null when nothing does. */
export function mergeProblem(
  terms: readonly ListedTerm[],
  id: string,
  targetId: string,
): MergeProblem | null {
  if (id === targetId) return "sameTerm";
  const target = terms.find((term) => term.id === targetId);
  if (!target || !terms.some((term) => term.id === id)) return "notFound";
  return target.retired ? "targetRetired" : null;
}

/** Ids that were merged, each with the one it is read as. */
export type MergedTerms = ReadonlyMap<string, string>;

/** The terms that ids are read as today, each once, in their order. */
export function currentTerms(ids: readonly string[], merged: MergedTerms): string[] {
  return [...new Set(ids.map((id) => merged.get(id) ?? id))];
}

/** Ids that are read as a term: its own, then those of the terms that were merged into it. */
export function idsReadAs(id: string, merged: MergedTerms): string[] {
  return [id, ...[...merged].filter(([, into]) => into === id).map(([from]) => from)];
}

/**
 * Labels of ids in their order, each once: two of them may be one term by now. Unknown ids have
 * none.
 */
export function labelsOf(ids: readonly string[], labels: ReadonlyMap<string, string>): string[] {
  return [...new Set(ids.map((id) => labels.get(id) ?? "").filter(Boolean))];
}
