import { z } from "zod";
import { mediaTypes } from "@/lib/platform/formats/columns";
import { apiListsSchema, apiOfferSchema, apiPageSchema, problemSchema } from "./answers";
import { fileParameters, parameters, parameterWords } from "./parameters";

const schemas = {
  Offre: apiOfferSchema,
  Page: apiPageSchema,
  Listes: apiListsSchema,
  Probleme: problemSchema,
} as const;
const named = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });

/**
 * What a client sends is read before it is turned into a number: the document shows what it stands
 * for.
 */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

const tags = {
  offers: { name: "Offres", description: "Les offres publiées, en JSON." },
  files: { name: "Fichiers", description: "Une recherche entière, en un fichier." },
  lists: { name: "Listes", description: "Ce parmi quoi une offre et une recherche choisissent." },
} as const;

const rateHeaders = {
  "RateLimit-Policy": {
    description:
      "Requêtes permises (q) en tant de secondes (w). Une réponse déjà faite n’est pas comptée, " +
      "et ne le dit pas.",
    schema: { type: "string" },
  },
  RateLimit: {
    description: "Requêtes qui restent (r) et secondes jusqu’à la remise à zéro (t).",
    schema: { type: "string" },
  },
};
const etag = { ETag: { schema: { type: "string" } } };
const retryAfter = {
  "Retry-After": { description: "Secondes à attendre.", schema: { type: "integer" } },
};
const problemsSaid = {
  "400": {
    description: "Un paramètre n’est pas compris : la réponse nomme chacun d’eux.",
    headers: rateHeaders,
  },
  "404": { description: "Cette offre n’existe pas, ou n’est plus publiée.", headers: rateHeaders },
  "429": {
    description: "Trop de requêtes : voir Retry-After.",
    headers: { ...rateHeaders, ...retryAfter },
  },
  "500": {
    description: "Une erreur est survenue ; la réponse en donne la référence.",
    headers: {},
  },
  "503": {
    description: "Le portail est très sollicité, ou indisponible un instant : voir Retry-After.",
    headers: { ...rateHeaders, ...retryAfter },
  },
} as const;

/** What goes wrong at an address: too many requests, faults and no place at each. */
function problems(...own: ("400" | "404")[]) {
  return Object.fromEntries(
    ([...own, "429", "500", "503"] as const).map((status) => [
      status,
      {
        ...problemsSaid[status],
        content: { "application/problem+json": { schema: named("Probleme") } },
      },
    ]),
  );
}

const unchanged = {
  description: "Rien n’a changé (If-None-Match).",
  headers: { ...rateHeaders, ...etag },
};
const json = (name: keyof typeof schemas, description: string) => ({
  "200": {
    description,
    headers: { ...rateHeaders, ...etag },
    content: { "application/json": { schema: named(name) } },
  },
  "304": unchanged,
});

/** A parameter as OpenAPI has it; a list stands several times in the address. */
function parameterDocument(name: string, parameter: (typeof parameters)[keyof typeof parameters]) {
  const value = jsonSchema(parameter.schema, "output");
  return {
    name,
    in: "query",
    required: false,
    description: parameterWords(parameter),
    schema: parameter.several
      ? { type: "array", items: value }
      : { ...value, ...("usual" in parameter ? { default: parameter.usual } : {}) },
    ...(parameter.several ? { style: "form", explode: true } : {}),
  };
}

function parametersOf(known: Readonly<Partial<typeof parameters>>) {
  return Object.entries(known).map(([name, parameter]) => parameterDocument(name, parameter));
}

/** What a search finds, whole. */
function fileDocument(operationId: string, summary: string, answer: string, mediaType: string) {
  return {
    operationId,
    summary,
    description:
      "Le fichier est fait une fois pour tous ceux qui le demandent, tant que rien n’y change.",
    tags: [tags.files.name],
    parameters: parametersOf(fileParameters),
    responses: {
      "200": {
        description: answer,
        headers: { ...rateHeaders, ...etag },
        content: {
          [mediaType.replace(/;.*/, "")]: {
            schema: mediaType === mediaTypes.csv ? { type: "string" } : {},
          },
        },
      },
      "304": unchanged,
      ...problems("400"),
    },
  };
}

/**
 * The description of the open API, made of the schemas it answers with. @param origin of the portal
 */
export function openApiDocument(
  origin: string,
  { agencyName, contactAddress }: { agencyName: string; contactAddress: string },
) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Offres de stage du service sanitaire",
      version: "1",
      description:
        `Les offres publiées, telles qu’elles ont été validées (source : ${agencyName}). ` +
        "Aucune donnée personnelle.",
      contact: { name: agencyName, email: contactAddress, url: `${origin}/api-ouverte` },
      license: {
        name: "Licence Ouverte 2.0",
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
      },
    },
    servers: [{ url: `${origin}/api/v1` }],
    // Whoever asks is answered.
    security: [],
    tags: Object.values(tags),
    paths: {
      "/offres": {
        get: {
          operationId: "chercherOffres",
          summary: "Les offres qui répondent à une recherche, une page à la fois",
          description:
            "Les filtres sont ceux de la page « Offres » ; sans filtre, toutes les offres. " +
            "L’adresse de la page suivante est dans la réponse.",
          tags: [tags.offers.name],
          parameters: parametersOf(parameters),
          responses: { ...json("Page", "Une page d’offres."), ...problems("400") },
        },
      },
      "/offres/{reference}": {
        get: {
          operationId: "lireOffre",
          summary: "Une offre",
          description: "Ce que montre sa page publique, par sa référence.",
          tags: [tags.offers.name],
          parameters: [
            { name: "reference", in: "path", required: true, schema: { type: "string" } },
          ],
          responses: { ...json("Offre", "L’offre."), ...problems("404") },
        },
      },
      "/listes": {
        get: {
          operationId: "lireListes",
          summary:
            "Thèmes, publics, types de terrain et départements, par leur numéro ou leur code",
          description: "Ce que les filtres d’une recherche prennent.",
          tags: [tags.lists.name],
          responses: { ...json("Listes", "Les listes."), ...problems() },
        },
      },
      "/offres.csv": {
        get: fileDocument(
          "telechargerOffres",
          "Les offres qui répondent à une recherche, ou toutes, en CSV",
          "Une offre par ligne, séparées par des points-virgules, UTF-8. Une recherche qui ne " +
            "trouve rien est élargie comme sur la page : le nom du fichier finit alors par " +
            "« -recherche-elargie », car un commentaire gênerait les outils.",
          mediaTypes.csv,
        ),
      },
      "/offres.xlsx": {
        get: fileDocument(
          "telechargerClasseur",
          "Les mêmes, en classeur Excel",
          "Une offre par ligne, titres en français ; la seconde feuille dit la recherche, " +
            "et comment elle a été élargie.",
          mediaTypes.xlsx,
        ),
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema, "output")]),
      ),
    },
  };
}
