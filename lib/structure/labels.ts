export type StructureRefusal = "notFound" | "communeUnknown" | "typeUnknown";

export const structureRefusalLabels: Record<StructureRefusal, string> = {
  notFound: "Seul l’administrateur de la structure peut la modifier.",
  communeUnknown: "Choisissez une commune de ce code postal.",
  typeUnknown: "Choisissez un type de structure de la liste.",
};
