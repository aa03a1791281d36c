import type { ContentPart } from "./significance";

export const contentPartLabels: Record<ContentPart, string> = {
  title: "Titre de l'offre",
  description: "Description",
  themeIds: "Thèmes",
  audienceIds: "Public cible",
  places: "Nombre de places",
  availability: "Période et créneaux",
  site: "Terrain d'action",
  documents: "Documents",
  support: "Option de prise en charge",
  referent: "Référent de proximité",
};

export const supportLabels = { lodging: "Hébergement", catering: "Restauration" } as const;

/** Fields of the form as the reader of a comparison knows them. */
export const draftFieldLabels: Record<string, string> = {
  title: "Titre de l’offre",
  themeIds: "Thèmes",
  audienceIds: "Public cible",
  places: "Nombre de places",
  description: "Description",
  months: "Mois",
  slots: "Créneaux",
  support: "Option de prise en charge",
  siteName: "Nom de la structure d’accueil",
  siteStreet: "Adresse",
  sitePostcode: "Code postal",
  siteCommune: "Commune",
  siteTypeId: "Type de terrain d’action",
  referentName: "Référent de proximité",
  referentFunction: "Fonction",
  referentPhone: "Numéro de téléphone",
  referentEmail: "Adresse email",
};
