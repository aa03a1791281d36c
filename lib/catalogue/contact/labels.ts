export const contactRefusalLabels = {
  notFound: "Cette offre n’est plus publiée : le message ne peut pas partir.",
  nobodyToRead:
    "Personne ne peut recevoir de message pour cette offre en ce moment. Réessayez plus " +
    "tard ; votre texte reste dans la page.",
  tooManyMessages:
    "Trop de messages viennent d’être envoyés. Réessayez dans {wait} ; votre texte reste " +
    "dans la page.",
};
export type ContactRefusal = keyof typeof contactRefusalLabels;

/**
 * What students of the service sanitaire study: the trainings of décret 2018-472, article 1, and
 * whoever else takes part.
 */
export const disciplineLabels = {
  medicine: "Médecine",
  pharmacy: "Pharmacie",
  dentistry: "Odontologie",
  midwifery: "Maïeutique",
  nursing: "Soins infirmiers",
  physiotherapy: "Masso-kinésithérapie",
  other: "Autre formation en santé",
};
export type Discipline = keyof typeof disciplineLabels;
export const disciplines = Object.keys(disciplineLabels) as Discipline[];
