import type { ExportColumn } from "@/lib/platform/formats/columns";
import { suspendedThingLabels } from "./labels";
import type { SuspensionDto } from "./schema";

export const suspensionColumns: readonly ExportColumn<SuspensionDto>[] = [
  { key: "quoi", heading: "Quoi", width: 18, value: ({ thing }) => suspendedThingLabels[thing] },
  { key: "nom", heading: "Nom", width: 40, value: ({ name }) => name },
  { key: "message", heading: "Message", width: 60, value: ({ message }) => message },
  { key: "par", heading: "Par", width: 26, value: ({ by }) => by },
  { key: "depuis", heading: "Depuis", width: 18, value: ({ since }) => since },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ subjectId }) => subjectId },
];
