import { availabilityField } from "./availability-field";
import { documentsField } from "./documents-field";
import { checkBoxes, type FieldWords, longText, shortText, terms, wholeNumber } from "./kinds";
import { referentField } from "./referent-field";
import { siteField } from "./site-field";

/**
 * The fields of an offer, each declared once, in the order of the form. Everything that has to know
 * of a field is made of its entry: types, forms, what is stored, differences, pages, PDF, files,
 * open data and the guide. CONTRIBUTING.md says how one is added.
 */
export const offerFields = {
  title: shortText({
    page: "informations",
    label: "Titre de l’offre",
    hint: "Sans titre, l’offre portera le nom de ses thèmes.",
    optional: true,
    limit: 120,
    subject: "Le titre",
    significance: { validated: "le titre" },
    audience: "public",
    always: true,
    listed: { key: "titre", heading: "Titre", width: 40 },
    open: { key: "titre", width: 40 },
    column: {
      also: ["titre"],
      example: "Exemple : bien manger au collège",
      help: "Facultatif, 120 caractères au plus. La ligne d’exemple n’est pas importée.",
    },
    help: [
      "S’il y en a un. Un titre court qui nomme l’action suffit : « Prévention de l’obésité ». " +
        "Sans titre, l’offre porte le nom de ses thèmes.",
    ],
  }),
  themeIds: terms({
    page: "informations",
    label: "Thèmes",
    fact: "Thématiques",
    hint: "« À définir » convient si les étudiants mènent eux-mêmes une enquête de besoin.",
    vocabulary: "theme",
    shownAs: "themes",
    refusals: {
      unknown: "Choisissez un thème de la liste.",
      none:
        "Choisissez au moins un thème. « À définir » convient si les étudiants le choisiront " +
        "eux-mêmes.",
    },
    significance: { validated: "les thèmes" },
    audience: "public",
    always: true,
    listed: { key: "themes", width: 34 },
    open: { key: "themes", width: 30 },
    column: {
      also: ["theme"],
      example: "Alimentation / Nutrition ; Sommeil",
      help: "Un ou plusieurs thèmes de la liste ci-dessous, séparés par un point-virgule.",
    },
  }),
  audienceIds: terms({
    page: "informations",
    label: "Public cible",
    hint: "Les personnes à qui l’action s’adresse. Plusieurs choix sont possibles.",
    vocabulary: "audience",
    shownAs: "audiences",
    refusals: {
      unknown: "Choisissez un public de la liste.",
      none: "Choisissez au moins un public cible.",
    },
    significance: { validated: "le public" },
    audience: "public",
    always: true,
    listed: { key: "publics", heading: "Publics cibles", width: 34 },
    open: { key: "publics", width: 30 },
    column: {
      heading: "Publics cibles",
      also: ["public cible", "publics"],
      example: "Adolescents 11-18 ans",
      help: "Un ou plusieurs publics de la liste ci-dessous, séparés par un point-virgule.",
    },
    help: [
      "Les personnes à qui l’action s’adresse. Plusieurs choix sont possibles ; « Tout public » " +
        "convient s’il n’y en a pas un en particulier.",
    ],
  }),
  places: wholeNumber({
    page: "informations",
    label: "Nombre de places",
    hint: "Le nombre total d’étudiants que vous pouvez accueillir sur cette offre.",
    max: 500,
    unit: "places",
    significance: {
      validated: "moins de places",
      atOnce: "un nombre de places plus élevé",
      needs: (before, after) => after < before,
    },
    audience: "public",
    always: true,
    listed: { key: "places", heading: "Places", width: 8 },
    open: { key: "places", width: 8, describe: "Étudiants accueillis en tout." },
    column: { also: ["places"], example: "5", help: "Un nombre entier, de 1 à 500." },
    help: [
      "Le nombre total d’étudiants que vous pouvez accueillir sur cette offre, et non le nombre " +
        "par demi-journée.",
    ],
  }),
  description: longText({
    page: "informations",
    label: "Description",
    hint: "Ce qui aide les étudiants à comprendre l’action : le lieu, les objectifs, leur rôle.",
    optional: true,
    limit: 1000,
    atMost: "La description compte au plus",
    significance: { validated: "la description" },
    audience: "public",
    always: true,
    listed: null,
    open: null,
    column: {
      example: "Ateliers avec les élèves de sixième.",
      help: "Facultatif, 1 000 caractères au plus.",
    },
  }),
  accessConditions: longText({
    page: "informations",
    label: "Conditions d’accès",
    hint:
      "Ce que vous demandez avant la venue : badge, vaccins, extrait de casier judiciaire, délai " +
      "de prévenance en jours.",
    optional: true,
    limit: 300,
    atMost: "Les conditions d’accès comptent au plus",
    significance: { validated: "les conditions d’accès" },
    audience: "public",
    listed: { key: "conditions_acces", width: 40 },
    open: {
      key: "conditions_acces",
      width: 40,
      describe: "Ce qui est demandé avant la venue ; vide quand rien n’est demandé.",
    },
    column: {
      also: ["acces"],
      example: "Badge à l’accueil, vaccins à jour, prévenir 7 jours avant",
      help:
        "Facultatif, 300 caractères au plus : badge, vaccins, extrait de casier " +
        "judiciaire, délai " +
        "de prévenance en jours.",
    },
    help: [
      "Ce que vous demandez aux étudiants avant leur venue : un badge, des vaccins à jour, un " +
        "extrait de casier judiciaire, un délai de prévenance en jours. Ils ont ainsi le " +
        "temps de " +
        "s’y préparer. Laissez ce champ vide si vous ne demandez rien.",
    ],
  }),
  availability: availabilityField,
  support: checkBoxes(
    { lodging: "Hébergement", catering: "Restauration" },
    {
      page: "informations",
      label: "Option de prise en charge",
      fact: "Options de prise en charge",
      hint: "Important pour les structures éloignées des établissements de formation.",
      optional: true,
      significance: { atOnce: "l’option de prise en charge" },
      audience: "public",
      always: true,
      listed: { key: "prise_en_charge", width: 13 },
      open: { key: "accueil", width: 20 },
      column: {
        heading: "Options de prise en charge",
        also: ["option de prise en charge", "prise en charge"],
        example: "Restauration",
        help: "Facultatif : Hébergement, Restauration, ou les deux séparés par un point-virgule.",
      },
    },
  ),
  site: siteField,
  referent: referentField,
  documents: documentsField,
} as const satisfies Record<string, FieldWords>;
