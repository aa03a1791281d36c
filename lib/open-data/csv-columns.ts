import type { ExportColumn } from "@/lib/export/columns";
import { availabilityWords } from "@/lib/offer/availability-words";
import { parseAvailability } from "@/lib/offer/availability";
import { supportLabels } from "@/lib/offer/content/labels";
import type { ApiOffer } from "./answers";

const labels = (terms: readonly { label: string }[]) => terms.map(({ label }) => label).join(" | ");

/** The catalogue as a table, one offer a line; lists within a cell are parted by « | ». */
export const openDataColumns: readonly ExportColumn<ApiOffer>[] = [
  { key: "reference", heading: "reference", width: 12, value: ({ reference }) => reference },
  { key: "titre", heading: "titre", width: 40, value: ({ title }) => title },
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
  { key: "themes", heading: "themes", width: 30, value: ({ themes }) => labels(themes) },
  { key: "publics", heading: "publics", width: 30, value: ({ audiences }) => labels(audiences) },
  { key: "places", heading: "places", width: 8, value: ({ places }) => places },
  {
    key: "accueil",
    heading: "accueil",
    width: 20,
    value: ({ support }) => support.map((each) => supportLabels[each]).join(" | "),
  },
  {
    key: "disponibilites",
    heading: "disponibilites",
    width: 60,
    value: ({ availability }) => availabilityWords(parseAvailability(availability)).join(" | "),
  },
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
