/**
 * Believable host structures of a region: what they are called, what they do, for whom. Names are
 * invented.
 */
export interface StructureKind {
  type: string;
  siteType: string;
  names: readonly string[];
  representative: string;
  audiences: readonly string[];
  themes: readonly string[];
}

export const structureKinds: readonly StructureKind[] = [
  {
    type: "Collège",
    siteType: "Milieu scolaire",
    names: [
      "Collège Jules-Ferry",
      "Collège Louise-Michel",
      "Collège des Trois-Rivières",
      "Collège Paul-Verlaine",
      "Collège La Haute-Vigne",
    ],
    representative: "Principal",
    audiences: ["Adolescents 11-18 ans"],
    themes: ["Addictions", "Écrans", "Alimentation / Nutrition", "Santé sexuelle et vie affective"],
  },
  {
    type: "Lycée",
    siteType: "Milieu scolaire",
    names: [
      "Lycée Émilie-du-Châtelet",
      "Lycée professionnel du Toulois",
      "Lycée Jean-Prouvé",
      "Lycée Henri-Loritz",
    ],
    representative: "Proviseure",
    audiences: ["Adolescents 11-18 ans"],
    themes: ["Santé mentale", "Addictions", "Sommeil", "Gestes qui sauvent"],
  },
  {
    type: "École",
    siteType: "Milieu scolaire",
    names: [
      "École du Parc",
      "École élémentaire des Tilleuls",
      "Groupe scolaire La Sapinière",
      "École Marie-Curie",
    ],
    representative: "Directrice",
    audiences: ["Enfants 6-11 ans", "Parents"],
    themes: ["Hygiène bucco-dentaire", "Activité physique", "Sommeil", "Alimentation / Nutrition"],
  },
  {
    type: "EHPAD",
    siteType: "Milieu médico-social",
    names: [
      "EHPAD Les Mirabelliers",
      "Résidence du Val-de-Meuse",
      "EHPAD Sainte-Odile",
      "Résidence Les Cigognes",
    ],
    representative: "Directeur",
    audiences: ["Personnes âgées", "Professionnels"],
    themes: ["Vaccination", "Activité physique", "Risque infectieux"],
  },
  {
    type: "Établissement pénitentiaire / PJJ",
    siteType: "Milieu pénitentiaire / PJJ",
    names: ["Maison d’arrêt des Hauts-Clos", "Centre éducatif fermé du Barrois"],
    representative: "Chef d’établissement",
    audiences: ["Personnes détenues"],
    themes: ["Addictions", "Hygiène bucco-dentaire", "Santé mentale"],
  },
  {
    type: "Association",
    siteType: "Quartier, événement, espace public",
    names: [
      "Association Le Relais du Quartier",
      "Maison des familles de la Fensch",
      "Association Cap Prévention",
      "Les Jardins partagés du Canal",
      "Familles rurales du Xaintois",
    ],
    representative: "Président",
    audiences: ["Tout public", "Personnes en situation de précarité"],
    themes: ["Dépistage", "Alimentation / Nutrition", "Parentalité", "À définir"],
  },
  {
    type: "CHRS / hébergement social",
    siteType: "Insertion et hébergement",
    names: ["CHRS L’Escale", "Foyer d’accueil Le Phare"],
    representative: "Directrice",
    audiences: ["Personnes en situation de précarité"],
    themes: ["Vaccination", "Hygiène", "Dépistage"],
  },
  {
    type: "Entreprise",
    siteType: "Milieu du travail",
    names: ["Verrerie de la Sarre", "Laiterie du plateau lorrain", "Ateliers mécaniques d’Argonne"],
    representative: "Directrice des ressources humaines",
    audiences: ["Adultes"],
    themes: ["Sommeil", "Activité physique", "Gestes qui sauvent"],
  },
  {
    type: "Crèche / petite enfance",
    siteType: "Petite enfance",
    names: ["Crèche Les Petits Pas", "Multi-accueil Pomme d’Api"],
    representative: "Directrice",
    audiences: ["Enfants 0-6 ans", "Parents"],
    themes: ["Parentalité", "Environnement et santé", "Écrans"],
  },
  {
    type: "Collectivité territoriale",
    siteType: "Quartier, événement, espace public",
    names: ["Communauté de communes du Pays d’Orbey", "Centre communal d’action sociale"],
    representative: "Maire adjointe à la santé",
    audiences: ["Tout public"],
    themes: ["Dépistage", "Environnement et santé", "Activité physique"],
  },
  {
    type: "Mission locale",
    siteType: "Insertion et hébergement",
    names: ["Mission locale du Saulnois", "Mission locale du Sundgau"],
    representative: "Directeur",
    audiences: ["Étudiants", "Adultes"],
    themes: ["Santé mentale", "Santé sexuelle et vie affective", "Addictions"],
  },
];

export const firstNames = [
  "Claire",
  "Julien",
  "Nadia",
  "Thomas",
  "Sophie",
  "Karim",
  "Élise",
  "Antoine",
  "Hélène",
  "Mathieu",
  "Fatou",
  "Pierre",
] as const;
export const lastNames = [
  "Martin",
  "Schmitt",
  "Lambert",
  "Benali",
  "Weber",
  "Collin",
  "Mougin",
  "Klein",
  "Thiébaut",
  "Renard",
  "Diallo",
  "Hoffmann",
] as const;
export const functions = [
  "Infirmière scolaire",
  "Coordinateur de projets",
  "Conseillère principale d’éducation",
  "Animatrice de prévention",
  "Cadre de santé",
  "Responsable qualité",
] as const;
export const streets = [
  "rue de la Gare",
  "avenue du Général-Leclerc",
  "rue des Écoles",
  "place de la République",
  "rue du Moulin",
  "allée des Tilleuls",
] as const;
