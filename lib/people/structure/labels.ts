export type StructureRefusal = "notFound" | "missing" | "communeUnknown" | "typeUnknown";

export const structureRefusalLabels: Record<StructureRefusal, string> = {
  notFound: "Seul l’administrateur de la structure peut la modifier.",
  missing: "Cette structure est introuvable, ou fermée.",
  communeUnknown: "Choisissez une commune de ce code postal.",
  typeUnknown: "Choisissez un type de structure de la liste.",
};
