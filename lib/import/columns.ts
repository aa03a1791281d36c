import { fold } from "./words";

export interface ImportColumn {
  /** Field of the form it fills. */
  field: string;
  heading: string;
  /** Other headings people give it. */
  also: readonly string[];
  /** A file without this column is not read at all. */
  required: boolean;
  /** What the example row of the template says. */
  example: string;
  /** How to fill it, for the second sheet of the template. */
  help: string;
}

/** Columns of the template, in its order: the fields of the two pages of the form. */
export const importColumns: readonly ImportColumn[] = [
  {
    field: "title",
    heading: "Titre de l’offre",
    also: ["titre"],
    required: false,
    example: "Exemple : bien manger au collège",
    help: "Facultatif, 120 caractères au plus. La ligne d’exemple n’est pas importée.",
  },
  {
    field: "themeIds",
    heading: "Thèmes",
    also: ["theme"],
    required: true,
    example: "Alimentation / Nutrition ; Sommeil",
    help: "Un ou plusieurs thèmes de la liste ci-dessous, séparés par un point-virgule.",
  },
  {
    field: "audienceIds",
    heading: "Publics cibles",
    also: ["public cible", "publics"],
    required: true,
    example: "Adolescents 11-18 ans",
    help: "Un ou plusieurs publics de la liste ci-dessous, séparés par un point-virgule.",
  },
  {
    field: "places",
    heading: "Nombre de places",
    also: ["places"],
    required: true,
    example: "5",
    help: "Un nombre entier, de 1 à 500.",
  },
  {
    field: "description",
    heading: "Description",
    also: [],
    required: false,
    example: "Ateliers avec les élèves de sixième.",
    help: "Facultatif, 1 000 caractères au plus.",
  },
  {
    field: "months",
    heading: "Mois",
    also: ["periode", "periodes"],
    required: true,
    example: "mars à mai",
    help: "Par exemple : mars à mai ; mars, avril ; toute l’année sauf juillet et août.",
  },
  {
    field: "slots",
    heading: "Créneaux",
    also: ["creneau", "demi journees"],
    required: true,
    example: "lundi matin, mardi",
    help: "Les mêmes pour tous les mois de la ligne. Par exemple : lundi matin, mardi ; lundi et mardi matin (les deux matins) ; tous les jours sauf mercredi, samedi, dimanche. Un jour seul veut dire matin et après-midi.",
  },
  {
    field: "support",
    heading: "Options de prise en charge",
    also: ["option de prise en charge", "prise en charge"],
    required: false,
    example: "Restauration",
    help: "Facultatif : Hébergement, Restauration, ou les deux séparés par un point-virgule.",
  },
  {
    field: "siteName",
    heading: "Nom de la structure d’accueil",
    also: ["structure d accueil", "terrain d action"],
    required: true,
    example: "Collège Jules-Ferry",
    help: "Là où le stage a lieu.",
  },
  {
    field: "siteStreet",
    heading: "Adresse",
    also: ["numero et voie"],
    required: true,
    example: "12 rue des Écoles",
    help: "Numéro et voie.",
  },
  {
    field: "sitePostcode",
    heading: "Code postal",
    also: ["cp"],
    required: true,
    example: "88000",
    help: "Cinq chiffres.",
  },
  {
    field: "siteCommune",
    heading: "Commune",
    also: ["ville"],
    required: true,
    example: "Épinal",
    help: "Son nom, ou son code INSEE.",
  },
  {
    field: "siteTypeId",
    heading: "Type de terrain d’action",
    also: ["type de terrain"],
    required: true,
    example: "Milieu scolaire",
    help: "Une valeur de la liste ci-dessous.",
  },
  {
    field: "referentName",
    heading: "Référent de proximité",
    also: ["referent", "nom du referent"],
    required: true,
    example: "Paul Klein",
    help: "Nom et prénom.",
  },
  {
    field: "referentFunction",
    heading: "Fonction du référent",
    also: [],
    required: true,
    example: "Conseiller principal d’éducation",
    help: "Sa fonction dans la structure.",
  },
  {
    field: "referentPhone",
    heading: "Téléphone du référent",
    also: ["telephone"],
    required: true,
    example: "03 29 00 00 01",
    help: "Un numéro français.",
  },
  {
    field: "referentEmail",
    heading: "Email du référent",
    also: ["email", "adresse email du referent", "courriel"],
    required: true,
    example: "paul.klein@exemple.fr",
    help: "Sous la forme nom@exemple.fr.",
  },
];

/**
 * Position in the file of each column that is there, by field; headings are told without accents,
 * case or punctuation.
 */
export function columnsOf(headings: readonly string[]): {
  positions: Map<string, number>;
  missing: string[];
} {
  const given = headings.map(fold);
  const positions = new Map<string, number>();
  for (const { field, heading, also } of importColumns) {
    const position = [heading, ...also]
      .map((name) => given.indexOf(fold(name)))
      .find((index) => index >= 0);
    if (position !== undefined) positions.set(field, position);
  }
  return {
    positions,
    missing: importColumns
      .filter(({ field, required }) => required && !positions.has(field))
      .map(({ field }) => field),
  };
}

export function headingOf(field: string): string {
  return importColumns.find((column) => column.field === field)?.heading ?? field;
}
