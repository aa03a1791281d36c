import type { ExportColumn } from "@/lib/platform/formats/columns";
import { structureStateLabels } from "./labels";
import type { StructureCardDto } from "./schema";

export const structureColumns: readonly ExportColumn<StructureCardDto>[] = [
  { key: "nom", heading: "Raison sociale", width: 40, value: ({ name }) => name },
  { key: "type", heading: "Type de structure", width: 30, value: ({ type }) => type },
  { key: "commune", heading: "Commune", width: 24, value: ({ communeName }) => communeName },
  { key: "departement", heading: "Département", width: 12, value: ({ department }) => department },
  { key: "etat", heading: "État", width: 12, value: ({ state }) => structureStateLabels[state] },
  { key: "comptes", heading: "Comptes", width: 10, value: ({ accounts }) => accounts },
  { key: "offres", heading: "Offres soumises", width: 12, value: ({ offers }) => offers },
  {
    key: "catalogue",
    heading: "Dans le catalogue",
    width: 14,
    value: ({ publicOffers }) => publicOffers,
  },
  { key: "inscrite", heading: "Inscrite le", width: 18, value: ({ createdAt }) => createdAt },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ id }) => id },
];
