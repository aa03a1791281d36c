import { halfDays } from "@/lib/offer/availability/availability";
import { chance } from "@/lib/start/seed/mass/chance";

/**
 * Words of the catalogue that a search is made of: of themes, of titles, of descriptions and of
 * people's own.
 */
const words = [
  "tabac",
  "addictions",
  "sommeil",
  "écrans",
  "collège",
  "atelier cuisine",
  "premiers secours",
  "vaccins",
  "gymnase",
  "quiz",
  "parents",
  "stress",
  "web-radio",
  "brossage",
  "débats",
  "personnes âgées",
  "saynètes",
  "équilibre",
] as const;
const schoolYear = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6] as const;

export interface Vocabulary {
  themes: readonly number[];
  departments: readonly string[];
}

/**
 * Addresses as P1 means them: words, a theme, a department, a month and a half-day, drawn the same
 * in every run.
 */
export function drawnSearches(
  count: number,
  { themes, departments }: Vocabulary,
): Record<string, string>[] {
  const draw = chance(7);
  return Array.from({ length: count }, () => ({
    q: draw.pick(words),
    theme: String(draw.pick(themes)),
    departement: draw.pick(departments),
    mois: String(draw.pick(schoolYear)),
    demijournee: draw.pick(halfDays.slice(0, 10)),
  }));
}

/** Searches that find a great part of the catalogue, by what they are. */
export function broadSearches({
  themes,
  departments,
}: Vocabulary): Record<string, Record<string, string>> {
  return {
    "sans filtre": {},
    "un thème": { theme: String(themes[3] ?? themes[0]) },
    "un département": { departement: departments[3] ?? "" },
    "un mot fréquent": { q: "atelier" },
    "un mot mal tapé": { q: "adictions" },
    "20 km autour de Nancy": { lieu: "Nancy", rayon: "20" },
    "jeudi après-midi en mars, les plus tôt": {
      mois: "3",
      demijournee: "thursday-pm",
      tri: "debut",
    },
  };
}
