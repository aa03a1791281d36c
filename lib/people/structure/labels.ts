import { conflictLabels } from "@/lib/platform/form/labels";
import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";

export type StructureRefusal =
  "notFound" | "missing" | "typeUnknown" | keyof typeof conflictLabels | AddressProblem;

export const structureRefusalLabels: Record<StructureRefusal, string> = {
  ...addressProblemLabels,
  ...conflictLabels,
  notFound: "Seul l’administrateur de la structure peut la modifier.",
  missing: "Cette structure est introuvable, ou fermée.",
  typeUnknown: "Choisissez un type de structure de la liste.",
};

/** What a structure says of itself, as a conflict calls it. */
export const structureLabels = {
  name: "Raison sociale",
  street: "Adresse",
  postcode: "Code postal",
  communeName: "Commune",
  cedex: "Ligne CEDEX",
  type: "Type de structure",
  representativeName: "Représentant de la structure",
  representativeFunction: "Fonction du représentant de la structure",
} as const;
