import { z } from "zod";
import {
  agreements,
  type CatalogueFilter,
  catalogueFilterSchema,
  defaultRadius,
  mostPlaces,
  radii,
  ranked,
  sinceDays,
  sortings,
} from "@/lib/catalogue/search/filter";
import { halfDays } from "@/lib/offer/availability/availability";
import { supports } from "@/lib/offer/projection/facets";
import { departmentCode } from "@/lib/platform/values/department-code";

/** The most offers an answer has. */
const largestPage = 100;
const usualPage = 20;

export const relevanceWords =
  "Par pertinence, une recherche qui trouve trop d’offres pour les ordonner toutes " +
  `s’arrête aux ${ranked} plus récentes ; pour les avoir toutes : tri=recentes.`;

/**
 * Why a search around a commune that nobody knows finds nothing: it did not ask for the offers of
 * everywhere.
 */
export const unknownPlace = "Aucune commune de la région ne porte ce nom ou ce code postal.";

// Plain digits: what else JavaScript reads as a number («1e0», « 5», «0x5») the catalogue passes
// over.
const digits = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const term = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(999_999));

const whole = (from: number, to: number) => ({
  schema: digits.pipe(z.int().min(from).max(to)),
  permitted: `de ${from} à ${to}`,
});
const number = (values: readonly number[]) => ({
  schema: digits.pipe(z.literal(values)),
  permitted: values.join(", "),
});
const word = (values: readonly string[]) => ({
  schema: z.enum(values as readonly [string, ...string[]]),
  permitted: values.join(", "),
});

interface Parameter {
  schema: z.ZodType;
  /** The values it may have, where they can be told. */
  permitted?: string;
  /** Whether it may stand several times in an address. */
  several: boolean;
  /** What leaving it out means. */
  usual?: string | number;
  description: string;
}

/**
 * The parameters of `/api/v1/offres`: those of the page `/offres`, and how many offers are wanted.
 * What the page passes over in silence a program is told of. The OpenAPI document and the page
 * about the API are made of this list.
 */
export const parameters = {
  q: {
    schema: z.string().max(200),
    several: false,
    description:
      "Mots cherchés, ou la référence d’une offre ; accents, pluriels et fautes de " +
      "frappe sont compris. Entre guillemets : l’expression exacte ; après un tiret : un " +
      "mot à éviter.",
  },
  theme: {
    schema: term,
    several: true,
    description: "Numéro d’un thème (voir /api/v1/listes) ; plusieurs : l’un d’eux.",
  },
  public: {
    schema: term,
    several: true,
    description: "Numéro d’un public cible (voir /api/v1/listes) ; plusieurs : l’un d’eux.",
  },
  terrain: {
    schema: term,
    several: true,
    description:
      "Numéro d’un type de terrain d’action (voir /api/v1/listes) ; plusieurs : l’un d’eux.",
  },
  departement: {
    schema: departmentCode,
    several: true,
    description: "Code d’un département (voir /api/v1/listes) ; plusieurs : l’un d’eux.",
  },
  lieu: {
    schema: z.string().max(80),
    several: false,
    description:
      "Commune (« Nancy (54) ») ou code postal autour duquel chercher, ou département " +
      "(« Vosges »).",
  },
  rayon: {
    ...number(radii),
    several: false,
    usual: defaultRadius,
    description:
      "Kilomètres autour de la commune, 0 pour elle seule ; " + `${defaultRadius} par défaut.`,
  },
  mois: { ...whole(1, 12), several: true, description: "Mois de l’année." },
  demijournee: { ...word(halfDays), several: true, description: "Demi-journée de la semaine." },
  creneau: {
    schema: z.string().regex(/^(1[0-2]|[1-9]):(mon|tues|wednes|thurs|fri|satur|sun)day-[ap]m$/),
    permitted: "un mois de 1 à 12, deux-points et une demi-journée, par exemple 3:thursday-pm",
    several: true,
    description: "Demi-journée d’un mois.",
  },
  accord: {
    ...word(agreements),
    several: false,
    usual: "un",
    description:
      "L’offre est ouverte sur un de ces créneaux (un) ou sur tous (tous) ; un par défaut.",
  },
  places: { ...whole(1, mostPlaces), several: false, description: "Places au moins." },
  accueil: {
    ...word(supports),
    several: true,
    description: "Hébergement (lodging) ou restauration (catering) ; les deux : il faut les deux.",
  },
  depuis: {
    ...number(sinceDays),
    several: false,
    description: "Publiée depuis tant de jours au plus.",
  },
  tri: {
    ...word(sortings),
    several: false,
    description:
      "Ordre des offres ; debut : par leur premier mois d’accueil à venir. " + relevanceWords,
  },
  apres: {
    schema: z.string().max(200),
    several: false,
    description: "Curseur : où commence la page, tel que le donne next.",
  },
  limite: {
    ...whole(1, largestPage),
    several: false,
    usual: usualPage,
    description: `Offres par page ; ${usualPage} par défaut.`,
  },
} as const satisfies Record<string, Parameter>;

const { tri: _, apres: __, limite: ___, ...filters } = parameters;

/** Those of a file: which offers it has, not in what order nor how many at a time. */
export const fileParameters: Readonly<Partial<typeof parameters>> = filters;

/** What a parameter is, and the values it may have. */
export function parameterWords({ description, permitted }: Parameter): string {
  return permitted === undefined ? description : `${description} Valeurs permises : ${permitted}.`;
}

export interface ApiQuery {
  filter: CatalogueFilter;
  limit: number;
}

/** A parameter that was not understood, and why. */
export interface BadParameter {
  name: string;
  detail: string;
}

/**
 * Reads an address strictly. What is empty is as if it were not there: a form without scripts sends
 * every field.
 * @param known the parameters that what is asked for takes
 */
export function readQuery(
  query: URLSearchParams,
  known: Readonly<Partial<typeof parameters>> = parameters,
): { ok: true; query: ApiQuery } | { ok: false; bad: BadParameter[] } {
  const given = new Map(
    [...new Set(query.keys())].map((name) => [
      name,
      query.getAll(name).filter((value) => value.trim() !== ""),
    ]),
  );
  const filter = catalogueFilterSchema.parse(
    Object.fromEntries(
      [...given].flatMap(([name, values]) =>
        values.length === 0 ? [] : [[name, values.length > 1 ? values : values[0]]],
      ),
    ),
  );
  const bad = [...given].flatMap(([name, values]) => {
    const detail = faultOf(name, values, filter, known);
    return detail === null ? [] : [{ name, detail }];
  });
  if (bad.length > 0) return { ok: false, bad };
  return { ok: true, query: { filter, limit: Number(given.get("limite")?.[0] ?? usualPage) } };
}

/** @param filter the same address as the catalogue reads it @returns null where nothing is wrong */
function faultOf(
  name: string,
  values: readonly string[],
  filter: CatalogueFilter,
  known: Readonly<Partial<typeof parameters>>,
): string | null {
  if (!Object.hasOwn(parameters, name)) return "Ce paramètre n’existe pas.";
  const parameter: Parameter | undefined = known[name as keyof typeof parameters];
  if (!parameter)
    return values.length === 0
      ? null
      : "Un fichier a toutes les offres trouvées, dans un ordre à lui : ôtez ce paramètre.";
  if (values.length > 1 && !parameter.several) return "Ce paramètre ne se donne qu’une fois.";
  const read = values.map((value) => parameter.schema.safeParse(value));
  if (read.some(({ success }) => !success))
    return `Cette valeur n’est pas permise. ${parameterWords(parameter)}`;
  const kept = filter[name as keyof CatalogueFilter];
  if (Array.isArray(kept) && kept.length < new Set(read.map(({ data }) => data)).size)
    return `Ce paramètre a trop de valeurs : ${kept.length} au plus.`;
  return null;
}
