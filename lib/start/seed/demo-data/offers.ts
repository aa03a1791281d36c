/** What an action on each theme could be: a title and what the students would do. */
export const actions: Readonly<Record<string, { title: string; text: string }>> = {
  "À définir": {
    title: "Enquête de besoin avec les habitants",
    text:
      "Les étudiants rencontrent le public, repèrent ses besoins et proposent une action " +
      "qu’ils mènent ensuite avec l’équipe.",
  },
  "Alimentation / Nutrition": {
    title: "Prévention de l’obésité",
    text:
      "Ateliers autour du petit déjeuner et du sucre caché : lecture d’étiquettes, jeux et " +
      "dégustation, par petits groupes.",
  },
  "Activité physique": {
    title: "Bouger un peu chaque jour",
    text:
      "Un parcours simple et un carnet de bord. Les étudiants animent les séances et " +
      "mesurent les progrès avec les participants.",
  },
  Addictions: {
    title: "Tabac, cannabis : en parler vraiment",
    text:
      "Débats et mises en situation sur les premières consommations, la pression du groupe " +
      "et les façons de dire non.",
  },
  "Santé sexuelle et vie affective": {
    title: "Consentement et contraception",
    text:
      "Séances en demi-groupe avec l’infirmière. Boîte à questions anonymes préparée avec " +
      "les étudiants.",
  },
  Vaccination: {
    title: "À jour de ses vaccins",
    text:
      "Stand d’information, lecture des carnets et réponses aux idées reçues. Aucun acte " +
      "médical n’est demandé aux étudiants.",
  },
  "Hygiène bucco-dentaire": {
    title: "Les bons gestes du brossage",
    text: "Démonstrations sur maquettes, brossage en groupe et kit remis à chaque participant.",
  },
  Hygiène: {
    title: "L’hygiène des mains au quotidien",
    text:
      "Ateliers avec caisson à ultraviolets, affiches réalisées avec le public et relais " +
      "par l’équipe.",
  },
  Sommeil: {
    title: "Mieux dormir, mieux apprendre",
    text:
      "Agenda du sommeil sur deux semaines, puis ateliers sur les écrans, la lumière et " +
      "les rythmes.",
  },
  Écrans: {
    title: "Écrans : trouver l’équilibre",
    text:
      "Les participants décrivent leur journée numérique. Les étudiants animent des défis " +
      "sans écran et une soirée avec les parents.",
  },
  "Santé mentale": {
    title: "Stress et émotions : des outils",
    text:
      "Ateliers de gestion du stress, repérage des signes d’alerte et présentation des " +
      "lieux d’écoute.",
  },
  Parentalité: {
    title: "Café des parents",
    text: "Rencontres du matin sur l’alimentation, le sommeil et les accidents de la maison.",
  },
  "Gestes qui sauvent": {
    title: "Premiers secours : oser agir",
    text:
      "Alerter, masser, défibriller : ateliers pratiques avec mannequins, encadrés par un " +
      "formateur.",
  },
  Dépistage: {
    title: "Octobre rose et Mars bleu",
    text:
      "Stands et entretiens courts pour informer sur les dépistages organisés. Le kit est " +
      "expliqué pas à pas.",
  },
  "Risque infectieux": {
    title: "Grippe, gastro : protéger les plus fragiles",
    text:
      "Sensibilisation des équipes et des visiteurs, affiches et exercices de bonnes " +
      "pratiques.",
  },
  "Environnement et santé": {
    title: "Un air plus sain à la maison",
    text: "Ateliers sur l’aération, les produits ménagers et les polluants de la chambre d’enfant.",
  },
};

/** Weeks that structures really offer. */
export const weeks: readonly (readonly string[])[] = [
  [
    "monday-am",
    "monday-pm",
    "tuesday-am",
    "tuesday-pm",
    "thursday-am",
    "thursday-pm",
    "friday-am",
    "friday-pm",
  ],
  ["monday-am", "tuesday-am", "thursday-am", "friday-am"],
  ["wednesday-am", "wednesday-pm", "saturday-am"],
  ["monday-pm", "tuesday-pm", "wednesday-pm", "thursday-pm", "friday-pm"],
  ["thursday-pm"],
];

export const periodsOfYear: readonly (readonly number[])[] = [
  [3, 4, 5],
  [10, 11, 12],
  [1, 2],
  [2, 3, 4, 5, 6],
  [9, 10],
  [4, 5],
];

export const reasons = {
  requestChanges: [
    "Précisez le rôle des étudiants pendant les séances.",
    "Le nombre de places paraît élevé pour les créneaux indiqués : pouvez-vous le confirmer ?",
  ],
  refuse: ["L’action décrite relève d’un stage de soins, pas du service sanitaire."],
} as const;
