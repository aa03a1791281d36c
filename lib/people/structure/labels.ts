import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";

export type StructureRefusal = "notFound" | "missing" | "typeUnknown" | AddressProblem;

export const structureRefusalLabels: Record<StructureRefusal, string> = {
  ...addressProblemLabels,
  notFound: "Seul l’administrateur de la structure peut la modifier.",
  missing: "Cette structure est introuvable, ou fermée.",
  typeUnknown: "Choisissez un type de structure de la liste.",
};
