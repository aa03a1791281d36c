import type { ExportColumn } from "@/lib/platform/formats/columns";
import type { ParticipationDto } from "./schema";

export const participationColumns: readonly ExportColumn<ParticipationDto>[] = [
  { key: "nom", heading: "Raison sociale", width: 40, value: ({ name }) => name },
  { key: "commune", heading: "Commune", width: 24, value: ({ communeName }) => communeName },
  { key: "departement", heading: "Département", width: 12, value: ({ department }) => department },
  { key: "inscrite", heading: "Inscrite le", width: 18, value: ({ registeredAt }) => registeredAt },
  { key: "offres", heading: "Offres soumises", width: 12, value: ({ offers }) => offers },
  { key: "ecrire", heading: "Écrire à", width: 40, value: ({ emails }) => emails.join(", ") },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ id }) => id },
];
