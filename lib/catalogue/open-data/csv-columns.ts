import { parseAvailability } from "@/lib/offer/availability/availability";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { plainField } from "@/lib/offer/content/inputs";
import type { ExportColumn } from "@/lib/platform/formats/columns";
import type { ApiOffer } from "./answers";
import { openNames, propertyOf } from "./fields";

type OpenName = (typeof openNames)[number];
type Cell = string | number | { label: string };

/** Lists within a cell are parted by « | ». */
function fieldColumn(name: OpenName): ExportColumn<ApiOffer> {
  const { open, options = {} } = plainField(name);
  const { key, width } = open ?? { key: name, width: 20 };
  const property = propertyOf(name);
  const words = (one: Cell) =>
    typeof one === "object" ? one.label : (options[one] ?? String(one));
  return {
    key,
    heading: key,
    width,
    value: (offer) => {
      const value = (offer as unknown as Readonly<Record<string, Cell | Cell[]>>)[property];
      if (typeof value === "number") return value;
      return [value ?? []].flat().map(words).join(" | ");
    },
  };
}

/** In the order the file has had since it exists; what came later stands behind these. */
const first = ["title"] as const satisfies readonly OpenName[];
const following = [
  "themeIds",
  "audienceIds",
  "places",
  "support",
] as const satisfies readonly OpenName[];
const later = openNames.filter((name) => ![...first, ...following].some((known) => known === name));

/** The catalogue as a table, one offer a line, for programs: its headings never change. */
export const openDataColumns: readonly ExportColumn<ApiOffer>[] = [
  { key: "reference", heading: "reference", width: 12, value: ({ reference }) => reference },
  ...first.map(fieldColumn),
  { key: "structure", heading: "structure", width: 40, value: ({ structure }) => structure.name },
  {
    key: "type_structure",
    heading: "type_structure",
    width: 24,
    value: ({ structure }) => structure.type,
  },
  {
    key: "commune_code",
    heading: "commune_code",
    width: 8,
    value: ({ site }) => site.commune.code,
  },
  { key: "commune", heading: "commune", width: 24, value: ({ site }) => site.commune.name },
  { key: "departement", heading: "departement", width: 8, value: ({ site }) => site.department },
  { key: "terrain", heading: "terrain", width: 24, value: ({ site }) => site.type?.label ?? "" },
  ...following.map(fieldColumn),
  {
    key: "disponibilites",
    heading: "disponibilites",
    width: 60,
    value: ({ availability }) => availabilityWords(parseAvailability(availability)).join(" | "),
  },
  ...later.map(fieldColumn),
  {
    key: "periode_passee",
    heading: "periode_passee",
    width: 8,
    value: ({ elapsed }) => (elapsed ? "oui" : "non"),
  },
  { key: "campagne", heading: "campagne", width: 12, value: ({ campaign }) => campaign },
  { key: "publiee_le", heading: "publiee_le", width: 24, value: ({ publishedAt }) => publishedAt },
  { key: "page", heading: "page", width: 40, value: ({ url }) => url },
];

const headings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    openNames.map((name) => {
      const { open, listed, label } = plainField(name);
      return [open?.key ?? name, listed?.heading ?? label];
    }),
  ),
  reference: "Référence",
  structure: "Structure",
  type_structure: "Type de structure",
  commune_code: "Code de la commune",
  commune: "Commune",
  departement: "Département",
  terrain: "Type de terrain d’action",
  disponibilites: "Période et créneaux",
  periode_passee: "Période passée",
  campagne: "Campagne",
  publiee_le: "Publiée le",
  page: "Page de l’offre",
};

/** The same for people: headings in words, and a day that is one. */
export const workbookColumns: readonly ExportColumn<ApiOffer>[] = openDataColumns.map((column) => ({
  ...column,
  heading: headings[column.key] ?? column.heading,
  ...(column.key === "publiee_le"
    ? { width: 18, value: ({ publishedAt }: ApiOffer) => new Date(publishedAt) }
    : {}),
}));
