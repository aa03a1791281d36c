export type SiteRefusal = "notFound" | "communeUnknown" | "termUnknown" | "tooMany";

/** Of each kind, for one structure. */
export const savedPlacesLimit = 200;

export const siteRefusalLabels: Record<SiteRefusal, string> = {
  notFound: "Cet élément est introuvable.",
  communeUnknown: "Choisissez une commune de ce code postal.",
  termUnknown: "Choisissez un type de terrain d’action de la liste.",
  tooMany: `Vous gardez déjà ${savedPlacesLimit} éléments : retirez-en un.`,
};
