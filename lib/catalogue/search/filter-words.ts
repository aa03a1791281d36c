import { halfDayOf, monthOf } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";
import { supportLabels } from "@/lib/offer/content/labels";
import { counted } from "@/lib/platform/values/french";
import { departmentName } from "@/lib/reference/commune/departments";
import { type CatalogueFilter, type FilterName, wantedSlots } from "./filter";
import { radiusInWords, sinceLabels } from "./labels";

interface Term {
  number: number;
  label: string;
}

/** One thing that narrows a search, in words, and the search without it. */
export interface FilterChip {
  key: string;
  words: string;
  changes: Partial<CatalogueFilter>;
}

function each<
  N extends
    "theme" | "public" | "terrain" | "departement" | "accueil" | "mois" | "demijournee" | "creneau",
>(
  filter: CatalogueFilter,
  name: N,
  words: (value: CatalogueFilter[N][number]) => string,
): FilterChip[] {
  const values: readonly CatalogueFilter[N][number][] = filter[name];
  return values.map((value) => ({
    key: `${name}-${value}`,
    words: words(value),
    changes: { [name]: values.filter((other) => other !== value) },
  }));
}

/** All that narrows a search, one thing at a time. */
export function filterChips(filter: CatalogueFilter, terms: readonly Term[]): FilterChip[] {
  const label = (number: number) =>
    terms.find((term) => term.number === number)?.label ?? `Choix n° ${number}`;
  return [
    ...(filter.q ? [{ key: "q", words: `« ${filter.q} »`, changes: { q: "" } }] : []),
    ...each(filter, "theme", label),
    ...each(filter, "public", label),
    ...each(filter, "departement", departmentName),
    ...(filter.lieu
      ? [
          {
            key: "lieu",
            words: `${filter.lieu}, ${radiusInWords(filter.rayon)}`,
            changes: { lieu: "" },
          },
        ]
      : []),
    ...each(filter, "mois", (month) => monthLabels[month]),
    ...each(filter, "demijournee", halfDayLabel),
    ...each(
      filter,
      "creneau",
      (slot) => `${monthLabels[monthOf(slot)]}, ${halfDayLabel(halfDayOf(slot)).toLowerCase()}`,
    ),
    ...(filter.accord === "tous" && wantedSlots(filter).length > 0
      ? [{ key: "accord", words: "sur tous ces créneaux", changes: { accord: "un" as const } }]
      : []),
    ...(filter.places === ""
      ? []
      : [
          {
            key: "places",
            words: `${counted(filter.places, "place", "places")} au moins`,
            changes: { places: "" as const },
          },
        ]),
    ...each(filter, "accueil", (support) => supportLabels[support]),
    ...each(filter, "terrain", label),
    ...(filter.depuis === ""
      ? []
      : [
          {
            key: "depuis",
            words: `Publiée ${sinceLabels[filter.depuis].toLowerCase()}`,
            changes: { depuis: "" as const },
          },
        ]),
  ];
}

/** What a person would call each narrowing. */
export const filterNameLabels: Record<FilterName, string> = {
  q: "les mots cherchés",
  theme: "le thème",
  public: "le public",
  departement: "le département",
  lieu: "la commune",
  quand: "les mois et demi-journées",
  places: "le nombre de places",
  accueil: "l’hébergement ou la restauration",
  terrain: "le terrain d’action",
  depuis: "la date de publication",
};

/** A whole search in one line, for the subject of an alert or the title of a feed. */
export function searchInWords(filter: CatalogueFilter, terms: readonly Term[]): string {
  const words = filterChips(filter, terms).map((chip) => chip.words);
  return words.length === 0 ? "toutes les offres" : words.join(" · ");
}
