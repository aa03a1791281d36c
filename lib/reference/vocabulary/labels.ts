import { conflictLabels } from "@/lib/platform/form/labels";
import { counted } from "@/lib/platform/values/french";
import type { MergeProblem, VocabularyKind } from "./rules";

export const vocabularyLabels: Record<VocabularyKind, string> = {
  theme: "Thèmes",
  audience: "Publics cibles",
  structureType: "Types de structure",
  siteType: "Types de terrain d’action",
};

/** The name of a list in the address. */
export const vocabularySlugs = {
  theme: "themes",
  audience: "publics",
  structureType: "structures",
  siteType: "terrains",
} as const satisfies Record<VocabularyKind, string>;

/** The words of the search, beside the lists. */
export const synonymsSlug = "synonymes";
export const synonymsLabel = "Synonymes de la recherche";
export const synonymsAddress = `/admin/vocabulaires?liste=${synonymsSlug}`;

/** What stands beside a choice that was made before its term was retired. */
export const retiredMark = "(n’est plus proposé)";

export interface TermUsage {
  offers: number;
  structures: number;
  sites: number;
}

/** «12 offres, 1 lieu»: where a term is used. */
export function usageInWords({ offers, structures, sites }: TermUsage): string {
  const uses = [
    offers > 0 && counted(offers, "offre", "offres"),
    structures > 0 && counted(structures, "structure", "structures"),
    sites > 0 && counted(sites, "lieu enregistré", "lieux enregistrés"),
  ].filter(Boolean);
  return uses.join(", ") || "Pas encore utilisé";
}

export type VocabularyRefusal =
  | MergeProblem
  | "labelTaken"
  | "labelRetired"
  | "lastTerm"
  | "cannotMove"
  | keyof typeof conflictLabels
  | "termSuspended"
  | "targetSuspended";

export type SynonymsRefusal = "notFound" | "wordTaken" | "tooMany" | keyof typeof conflictLabels;

/** The fields of synonyms, as their form and a conflict call them. */
export const synonymsFields = { term: "Mot", synonyms: "Synonymes" } as const;

/** Synonyms as their form shows them. */
export function synonymsInWords({
  term,
  synonyms,
}: {
  term: string;
  synonyms: readonly string[];
}): Record<keyof typeof synonymsFields, string> {
  return { term, synonyms: synonyms.join(", ") };
}

export const synonymsRefusalLabels: Record<SynonymsRefusal, string> = {
  ...conflictLabels,
  notFound: "Ces synonymes sont introuvables : un autre modérateur les a peut-être supprimés.",
  wordTaken: "Ce mot a déjà des synonymes : complétez-les plutôt.",
  tooMany: "La recherche a déjà 500 mots avec des synonymes : supprimez-en d’abord.",
};

export const vocabularyRefusalLabels: Record<VocabularyRefusal, string> = {
  ...conflictLabels,
  notFound: "Ce terme est introuvable : un autre modérateur l’a peut-être fusionné.",
  labelTaken: "Ce libellé est déjà dans la liste.",
  labelRetired: "Un terme retiré porte déjà ce libellé : reproposez-le plutôt.",
  lastTerm: "Une liste garde au moins un terme à choisir.",
  cannotMove: "Ce terme est déjà au bout de la liste.",
  sameTerm: "Choisissez un autre terme que celui-ci.",
  termSuspended: "Ce type de structure est suspendu : levez la suspension avant de le fusionner.",
  targetSuspended:
    "Ce type de structure est suspendu : les structures fusionnées le seraient aussi. Levez " +
    "d’abord la suspension, ou choisissez un autre type.",
  targetRetired: "Choisissez un terme proposé : celui-ci est retiré.",
};

/** The field of a term, as its form and a conflict call it. */
export const termLabel = "Libellé";

/** The page of a list. */
export function vocabularyAddress(kind: VocabularyKind): `/admin/vocabulaires?${string}` {
  return `/admin/vocabulaires?liste=${vocabularySlugs[kind]}`;
}
