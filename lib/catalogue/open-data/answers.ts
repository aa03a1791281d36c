import { z } from "zod";
import { namedTerm, openFieldsShape } from "./fields";
import { relevanceWords } from "./parameters";

/** One offer as open data: what its public page says, and nothing of people. */
export const apiOfferSchema = z.object({
  reference: z.string().describe("Référence publique, par exemple 7K3M-9QXD."),
  url: z.url().describe("Page de l’offre."),
  ...openFieldsShape,
  structure: z.object({ name: z.string(), type: z.string() }),
  site: z.object({
    commune: z.object({ code: z.string().describe("Code INSEE."), name: z.string() }),
    department: z.string(),
    type: namedTerm.nullable(),
  }),
  availability: z
    .array(z.string())
    .describe("Demi-journées possibles des mois à venir, par exemple 3:thursday-pm."),
  elapsed: z
    .boolean()
    .describe("Vrai quand tous les mois de l’offre sont passés : elle vient en dernier."),
  campaign: z.string().describe("Année universitaire."),
  publishedAt: z.iso.datetime(),
});
export type ApiOffer = z.output<typeof apiOfferSchema>;

export const apiPageSchema = z.object({
  data: z.array(apiOfferSchema),
  total: z.object({
    value: z.int(),
    exact: z.boolean().describe("Faux dans un très grand catalogue : le nombre y est estimé."),
  }),
  next: z.url().nullable().describe(`Page suivante ; nul sur la dernière. ${relevanceWords}`),
});
export type ApiPage = z.output<typeof apiPageSchema>;

export const apiListsSchema = z.object({
  themes: z.array(namedTerm),
  audiences: z.array(namedTerm),
  siteTypes: z.array(namedTerm),
  departments: z.array(z.object({ code: z.string(), name: z.string() })),
  halfDays: z.array(z.string()),
});

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  parameters: z.array(z.object({ name: z.string(), detail: z.string() })).optional(),
});
