export const alertRefusalLabels = {
  tooManyAlerts: "Trop d’alertes viennent d’être demandées. Réessayez dans {wait}.",
  placeUnknown:
    "Nous ne connaissons pas la commune « {commune} ». Revenez à la recherche pour la corriger.",
  linkUnknown: "Ce lien n’est plus valable. Créez l’alerte de nouveau depuis la page des offres.",
};
export type AlertRefusal = keyof typeof alertRefusalLabels;
