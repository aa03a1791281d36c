import type { ExportColumn } from "@/lib/platform/formats/columns";
import { reportOutcomeLabels, reportReasonLabels } from "./labels";
import type { ReportDto } from "./schema";

/**
 * Without the visitor's address: it is there to answer, and is forgotten when the report is old.
 */
export const reportColumns: readonly ExportColumn<ReportDto>[] = [
  { key: "recu", heading: "Reçu le", width: 18, value: ({ createdAt }) => createdAt },
  {
    key: "reference",
    heading: "Référence de l’offre",
    width: 16,
    value: ({ reference }) => reference,
  },
  { key: "titre", heading: "Titre", width: 40, value: ({ title }) => title },
  {
    key: "structure",
    heading: "Structure",
    width: 34,
    value: ({ structureName }) => structureName,
  },
  {
    key: "raison",
    heading: "Raison",
    width: 34,
    value: ({ reason }) => reportReasonLabels[reason],
  },
  { key: "texte", heading: "Texte", width: 60, value: ({ words }) => words },
  {
    key: "suite",
    heading: "Suite",
    width: 18,
    value: ({ treated }) => (treated ? reportOutcomeLabels[treated.outcome] : null),
  },
  { key: "par", heading: "Traité par", width: 26, value: ({ treated }) => treated?.by ?? null },
  { key: "le", heading: "Traité le", width: 18, value: ({ treated }) => treated?.at ?? null },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ id }) => id },
];
