import { actorKindLabels, deedInWords, objectKindInWords } from "@/lib/platform/audit/labels";
import type { ExportColumn } from "@/lib/platform/formats/columns";
import type { JournalEntryDto } from "./schema";

export const journalColumns: readonly ExportColumn<JournalEntryDto>[] = [
  { key: "quand", heading: "Quand", width: 18, value: ({ at }) => at },
  { key: "qui", heading: "Qui", width: 28, value: ({ actor }) => actor },
  {
    key: "cote",
    heading: "Pour qui",
    width: 12,
    value: ({ actorKind }) => actorKindLabels[actorKind],
  },
  { key: "quoi", heading: "Quoi", width: 44, value: ({ deed }) => deedInWords(deed) },
  { key: "code", heading: "Code", width: 26, value: ({ deed }) => deed },
  {
    key: "nature",
    heading: "Nature de l’objet",
    width: 16,
    value: ({ object }) => objectKindInWords(object.kind),
  },
  { key: "objet", heading: "Objet", width: 34, value: ({ object }) => object.label },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ object }) => object.id },
];
