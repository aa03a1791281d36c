export const alertRefusalLabels = {
  tooManyAlerts: "Trop de demandes pour cette adresse aujourd’hui. Réessayez demain.",
  placeUnknown: "Nous ne connaissons pas la commune « {commune} ». Revenez à la recherche pour la corriger.",
  linkUnknown: "Ce lien n’est plus valable. Créez l’alerte de nouveau depuis la page des offres.",
};
export type AlertRefusal = keyof typeof alertRefusalLabels;
