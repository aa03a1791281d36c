import { z } from "zod";
import { parameters } from "./parameters";
import { apiListsSchema, apiOfferSchema, apiPageSchema, problemSchema } from "./answers";

const schemas = { Offre: apiOfferSchema, Page: apiPageSchema, Listes: apiListsSchema, Probleme: problemSchema } as const;
const named = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });

/** What a client sends is read before it is turned into a number: the document shows what it stands for. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

const rateHeaders = {
  "RateLimit-Policy": { description: "Requêtes permises (q) en tant de secondes (w).", schema: { type: "string" } },
  RateLimit: { description: "Requêtes qui restent (r) et secondes jusqu’à la remise à zéro (t).", schema: { type: "string" } },
};
const problems = Object.fromEntries(
  ([[400, "Un paramètre n’est pas compris."], [404, "Il n’y a rien à cette adresse."], [429, "Trop de requêtes : voir Retry-After."]] as const).map(([status, description]) => [
    String(status),
    { description, headers: rateHeaders, content: { "application/problem+json": { schema: named("Probleme") } } },
  ]),
);
const json = (name: keyof typeof schemas, description: string) => ({ description, headers: { ...rateHeaders, ETag: { schema: { type: "string" } } }, content: { "application/json": { schema: named(name) } } });

/** The description of the open API, made of the schemas it answers with. @param origin of the portal */
export function openApiDocument(origin: string, agencyName: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Offres de stage du service sanitaire",
      version: "1",
      description: `Les offres publiées, telles que ${agencyName} les a validées. Aucune donnée personnelle.`,
      license: { name: "Licence Ouverte 2.0", url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      "/offres": {
        get: {
          operationId: "chercherOffres",
          summary: "Les offres qui répondent à une recherche, une page à la fois",
          parameters: Object.entries(parameters).map(([name, { schema, several, description }]) => ({
            name,
            in: "query",
            required: false,
            description,
            schema: several ? { type: "array", items: jsonSchema(schema, "output") } : jsonSchema(schema, "output"),
            ...(several ? { style: "form", explode: true } : {}),
          })),
          responses: { "200": json("Page", "Une page d’offres."), "304": { description: "Rien n’a changé (If-None-Match)." }, ...problems },
        },
      },
      "/offres/{reference}": {
        get: {
          operationId: "lireOffre",
          summary: "Une offre",
          parameters: [{ name: "reference", in: "path", required: true, schema: { type: "string" } }],
          responses: { "200": json("Offre", "L’offre."), ...problems },
        },
      },
      "/listes": { get: { operationId: "lireListes", summary: "Thèmes, publics, types de terrain et départements, par leur numéro ou leur code", responses: { "200": json("Listes", "Les listes."), ...problems } } },
      "/offres.csv": { get: { operationId: "telechargerOffres", summary: "Toutes les offres, en CSV", responses: { "200": { description: "Une offre par ligne, séparées par des points-virgules, UTF-8.", headers: rateHeaders, content: { "text/csv": { schema: { type: "string" } } } }, ...problems } } },
    },
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema, "output")])) },
  };
}
