import { z } from "zod";
import { nameLine } from "@/lib/platform/values/names";
import { addressFields } from "@/lib/reference/commune/schema";
import type { FieldWords, Input } from "./kinds";
import { part, text, typed } from "./parts";

const stored = part({
  name: text,
  street: text,
  postcode: text,
  /** INSEE code. */
  communeCode: text,
  communeName: text,
  department: text,
  typeId: z.uuid().or(z.literal("")).catch(""),
});

export type Site = z.output<typeof stored>;

/** Where the internship takes place. */
export const siteField = {
  kind: "group" as const,
  page: "terrain" as const,
  label: "Terrain d’action",
  significance: { validated: "le terrain d’action" },
  audience: "public",
  anchor: "siteName",
  inputs: {
    siteName: {
      kind: "line",
      label: "Nom de la structure d’accueil",
      optional: false,
      schema: nameLine(200, "Le nom de la structure d’accueil").pipe(
        z.string().min(1, "Renseignez le nom de la structure d’accueil."),
      ),
      column: {
        also: ["structure d accueil", "terrain d action"],
        example: "Collège Jules-Ferry",
        help: "Là où le stage a lieu.",
      },
    },
    siteStreet: {
      kind: "line",
      label: "Adresse",
      optional: false,
      schema: addressFields.street,
      column: { also: ["numero et voie"], example: "12 rue des Écoles", help: "Numéro et voie." },
    },
    sitePostcode: {
      kind: "postcode",
      label: "Code postal",
      optional: false,
      schema: addressFields.postcode,
      column: { also: ["cp"], example: "88000", help: "Cinq chiffres, ou un code CEDEX." },
    },
    siteCommune: {
      kind: "commune",
      label: "Commune",
      optional: false,
      schema: addressFields.commune,
      column: {
        also: ["ville"],
        example: "Épinal",
        help: "Son nom, ancien ou actuel, la ligne CEDEX, ou son code INSEE.",
      },
    },
    siteTypeId: {
      kind: "term",
      label: "Type de terrain d’action",
      optional: false,
      vocabulary: "siteType",
      schema: z.uuid("Choisissez un type de terrain d’action."),
      column: {
        also: ["type de terrain"],
        example: "Milieu scolaire",
        help: "Une valeur de la liste ci-dessous.",
      },
    },
  } satisfies Record<string, Input>,
  content: { site: stored },
  // The same commune is the same whatever the list calls it today.
  compared: ({
    site: { name, street, postcode, communeCode, typeId },
  }: {
    site: Site;
  }): unknown => [typed(name), typed(street), postcode, communeCode, typeId],
  words: ({ site }: { site: Site }, { term }: { term: (id: string) => string }) => [
    site.name,
    `${site.street}, ${site.postcode} ${site.communeName}`.trim(),
    term(site.typeId),
  ],
} satisfies FieldWords & Record<string, unknown>;
