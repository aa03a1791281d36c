export const contactRefusalLabels = {
  notFound: "Cette offre n’est plus publiée : le message ne peut pas partir.",
  nobodyToRead:
    "Personne ne peut recevoir de message pour cette offre en ce moment. Réessayez plus " +
    "tard ; votre texte reste dans la page.",
  tooManyMessages:
    "Trop de messages viennent d’être envoyés. Réessayez dans {wait} ; votre texte reste " +
    "dans la page.",
};
export type ContactRefusal = keyof typeof contactRefusalLabels;
