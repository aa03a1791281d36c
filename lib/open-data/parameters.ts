import { z } from "zod";
import { supports } from "@/lib/catalogue/facets";
import { agreements, catalogueFilterSchema, type CatalogueFilter, radii, sinceDays, sortings } from "@/lib/catalogue/filter";
import { halfDays } from "@/lib/offer/availability";

/** The most offers an answer has. */
export const largestPage = 100;

const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);
const term = whole(1, 999_999);

interface Parameter {
  schema: z.ZodType;
  /** Whether it may stand several times in an address. */
  several: boolean;
  description: string;
}

/**
 * The parameters of `/api/v1/offres`: those of the page `/offres`, and how many offers are wanted. What the page passes
 * over in silence a program is told of. The OpenAPI document and the page about the API are made of this list.
 */
export const parameters = {
  q: { schema: z.string().max(200), several: false, description: "Mots cherchés ; accents, pluriels et fautes de frappe sont compris. Entre guillemets : l’expression exacte ; après un tiret : un mot à éviter." },
  theme: { schema: term, several: true, description: "Numéro d’un thème (voir /api/v1/listes) ; plusieurs : l’un d’eux." },
  public: { schema: term, several: true, description: "Numéro d’un public cible ; plusieurs : l’un d’eux." },
  terrain: { schema: term, several: true, description: "Numéro d’un type de terrain d’action ; plusieurs : l’un d’eux." },
  departement: { schema: z.string().regex(/^(\d{2,3}|2[AB])$/), several: true, description: "Code d’un département ; plusieurs : l’un d’eux." },
  lieu: { schema: z.string().max(80), several: false, description: "Commune (« Nancy (54) ») ou code postal autour duquel chercher." },
  rayon: { schema: z.coerce.number().pipe(z.literal(radii)), several: false, description: "Kilomètres autour de la commune." },
  mois: { schema: whole(1, 12), several: true, description: "Mois, de 1 à 12." },
  demijournee: { schema: z.enum(halfDays as [string, ...string[]]), several: true, description: "Demi-journée de la semaine." },
  creneau: { schema: z.string().regex(/^(1[0-2]|[1-9]):(mon|tues|wednes|thurs|fri|satur|sun)day-[ap]m$/), several: true, description: "Demi-journée d’un mois, par exemple 3:thursday-pm." },
  accord: { schema: z.enum(agreements), several: false, description: "L’offre est ouverte sur un de ces créneaux (un) ou sur tous (tous)." },
  places: { schema: whole(1, 9999), several: false, description: "Places au moins." },
  accueil: { schema: z.enum(supports), several: true, description: "Hébergement ou restauration ; les deux : il faut les deux." },
  depuis: { schema: z.coerce.number().pipe(z.literal(sinceDays)), several: false, description: "Publiée depuis tant de jours au plus." },
  tri: { schema: z.enum(sortings), several: false, description: "Ordre des offres." },
  apres: { schema: z.string().max(200), several: false, description: "Curseur : où commence la page, tel que le donne `next`." },
  limite: { schema: whole(1, largestPage), several: false, description: "Offres par page ; 20 par défaut." },
} as const satisfies Record<string, Parameter>;

export interface ApiQuery {
  filter: CatalogueFilter;
  limit: number;
}

/** A parameter that was not understood, and why. */
export interface BadParameter {
  name: string;
  detail: string;
}

/** Reads an address strictly. */
export function readQuery(query: URLSearchParams): { ok: true; query: ApiQuery } | { ok: false; bad: BadParameter[] } {
  const bad: BadParameter[] = [];
  for (const name of new Set(query.keys())) {
    const parameter: Parameter | undefined = Object.hasOwn(parameters, name) ? parameters[name as keyof typeof parameters] : undefined;
    const values = query.getAll(name);
    if (!parameter) bad.push({ name, detail: "Ce paramètre n’existe pas." });
    else if (values.length > 1 && !parameter.several) bad.push({ name, detail: "Ce paramètre ne se donne qu’une fois." });
    else if (values.some((value) => !parameter.schema.safeParse(value).success)) bad.push({ name, detail: `Cette valeur n’est pas permise. ${parameter.description}` });
  }
  if (bad.length > 0) return { ok: false, bad };
  const given = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : query.get(name)]));
  return { ok: true, query: { filter: catalogueFilterSchema.parse(given), limit: Number(query.get("limite") ?? 20) } };
}
