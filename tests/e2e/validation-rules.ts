import { readdirSync, readFileSync } from "node:fs";

/** One rule broken: what is set, by the fields' names, and the words that must come. */
export interface BrokenRule {
  message: string;
  /** The field that the words stand at. */
  field: string;
  /** Text of a field, or the boxes to tick in a list. */
  set?: Record<string, string | string[]>;
}

const tooLong = (length: number) => "a".repeat(length + 1);

const email: BrokenRule[] = [
  { field: "email", message: "Renseignez l’adresse email.", set: { email: "" } },
  {
    field: "email",
    message: "Cette adresse est trop longue.",
    set: { email: `${tooLong(254)}@exemple.fr` },
  },
  {
    field: "email",
    message: "Cette adresse contient un caractère qui n’est pas permis : « е ».",
    set: { email: "clairе@exemple.fr" },
  },
  {
    field: "email",
    message: "Il manque le signe @. Écrivez l’adresse sous la forme nom@exemple.fr.",
    set: { email: "claire.exemple.fr" },
  },
];

function missing(field: string, message: string): BrokenRule {
  return { field, message, set: { [field]: "" } };
}

type Form =
  | "structure"
  | "administrator"
  | "signIn"
  | "forgottenPassword"
  | "information"
  | "site"
  | "decision"
  | "comment"
  | "note"
  | "template"
  | "bulk"
  | "suspension"
  | "text"
  | "preferences"
  | "synonyms"
  | "term"
  | "merge"
  | "campaign"
  | "pause"
  | "identity"
  | "ownPassword"
  | "invitation";

/** Every rule that a person can break with the fields of a page, by page. */
export const brokenRules: Record<Form, BrokenRule[]> = {
  structure: [
    missing("name", "Renseignez la raison sociale."),
    {
      field: "name",
      message: "La raison sociale compte au plus 200 caractères.",
      set: { name: tooLong(200) },
    },
    missing("street", "Renseignez le numéro et la voie."),
    {
      field: "postcode",
      message: "Le code postal compte cinq chiffres.",
      set: { postcode: "8800" },
    },
    missing("commune", "Indiquez la commune."),
    missing("typeId", "Choisissez le type de structure."),
    missing(
      "representativeName",
      "Renseignez le nom et le prénom du représentant de la structure.",
    ),
    missing("representativeFunction", "Renseignez la fonction du représentant de la structure."),
  ],
  administrator: [
    missing("lastName", "Renseignez votre nom."),
    {
      field: "lastName",
      message: "Le nom compte au plus 80 caractères.",
      set: { lastName: tooLong(80) },
    },
    {
      field: "firstName",
      message:
        "Le prénom ne peut pas contenir d’adresse web ou email. Si un point suit une " +
        "abréviation, ajoutez une espace après lui.",
      set: { firstName: "Votre colis : http://exemple.test" },
    },
    missing("firstName", "Renseignez votre prénom."),
    missing("function", "Renseignez la fonction de l’administrateur."),
    {
      field: "function",
      message: "La fonction compte au plus 120 caractères.",
      set: { function: tooLong(120) },
    },
    missing("phone", "Renseignez le numéro de téléphone."),
    {
      field: "phone",
      message:
        "Écrivez un numéro français, par exemple 03 83 00 00 00, ou celui d’un pays voisin avec " +
        "son indicatif : +352, +49, +32 ou +41.",
      set: { phone: "03 83 00 00" },
    },
    ...email,
    {
      field: "password",
      message: "Le mot de passe compte au plus 128 caractères.",
      set: { password: `Aa1${tooLong(128)}` },
    },
    {
      field: "password",
      message: "Il manque à ce mot de passe : une majuscule, un chiffre.",
      set: { password: "prevention" },
    },
  ],
  signIn: [
    ...email.slice(0, 1),
    {
      field: "password",
      message: "Renseignez votre mot de passe.",
      set: { email: "claire@exemple.fr", password: "" },
    },
    {
      field: "password",
      message: "Ce mot de passe est trop long.",
      set: { password: tooLong(1000) },
    },
  ],
  forgottenPassword: email,
  information: [
    {
      field: "title",
      message: "Le titre compte au plus 120 caractères.",
      set: { title: tooLong(120) },
    },
    {
      field: "themeIds",
      message:
        "Choisissez au moins un thème. « À définir » convient si les étudiants le " +
        "choisiront eux-mêmes.",
    },
    { field: "audienceIds", message: "Choisissez au moins un public cible." },
    {
      field: "places",
      message: "Indiquez le nombre de places en chiffres.",
      set: { places: "cinq" },
    },
    { field: "places", message: "Indiquez un nombre entier de places.", set: { places: "2.5" } },
    { field: "places", message: "Indiquez au moins une place.", set: { places: "0" } },
    { field: "places", message: "Indiquez au plus 500 places.", set: { places: "501" } },
    {
      field: "description",
      message: "La description compte au plus 1000 caractères.",
      set: { description: tooLong(1000) },
    },
    { field: "months", message: "Choisissez au moins un mois.", set: { months: [] } },
    { field: "slots", message: "Choisissez au moins un créneau.", set: { months: ["3"] } },
    {
      field: "slots",
      message: "Un des mois choisis n’a aucun créneau : cochez-en un ou retirez ce mois.",
      set: { months: ["3", "4"], slots: ["3:monday-am"] },
    },
  ],
  site: [
    missing("siteName", "Renseignez le nom de la structure d’accueil."),
    {
      field: "siteName",
      message: "Le nom de la structure d’accueil compte au plus 200 caractères.",
      set: { siteName: tooLong(200) },
    },
    missing("siteStreet", "Renseignez le numéro et la voie."),
    {
      field: "siteStreet",
      message: "L’adresse compte au plus 200 caractères.",
      set: { siteStreet: tooLong(200) },
    },
    {
      field: "sitePostcode",
      message: "Le code postal compte cinq chiffres.",
      set: { sitePostcode: "88 00" },
    },
    missing("siteCommune", "Indiquez la commune."),
    missing("siteTypeId", "Choisissez un type de terrain d’action."),
    missing("referentName", "Renseignez le nom du référent de proximité."),
    {
      field: "referentName",
      message: "Le nom du référent compte au plus 120 caractères.",
      set: { referentName: tooLong(120) },
    },
    missing("referentFunction", "Renseignez la fonction du référent de proximité."),
    {
      field: "referentFunction",
      message: "La fonction du référent compte au plus 120 caractères.",
      set: { referentFunction: tooLong(120) },
    },
    missing("referentPhone", "Renseignez le numéro de téléphone."),
    missing("referentEmail", "Renseignez l’adresse email."),
  ],
  decision: [
    { field: "decision", message: "Choisissez une décision." },
    {
      field: "reason",
      message: "Le motif compte au plus 2 000 caractères.",
      set: { decision: ["refuse"], reason: tooLong(2000) },
    },
    {
      field: "reason",
      message: "Expliquez votre décision : la structure recevra ce motif.",
      set: { decision: ["refuse"], reason: "" },
    },
    {
      field: "reason",
      message:
        "Une validation n’a pas de motif : la structure ne lirait pas ce texte. " +
        "Effacez-le, ou choisissez une autre décision.",
      set: { decision: ["approve"], reason: "Merci." },
    },
  ],
  comment: [
    {
      field: "comment-title",
      message: "Un commentaire compte au plus 500 caractères.",
      set: { "comment-title": tooLong(500) },
    },
  ],
  note: [
    missing("words", "Écrivez la note avant de l’enregistrer."),
    {
      field: "words",
      message: "Une note compte au plus 2 000 caractères.",
      set: { words: tooLong(2000) },
    },
  ],
  template: [
    missing("decision", "Choisissez la décision que ce motif explique."),
    missing("name", "Nommez ce motif."),
    { field: "name", message: "Le nom compte au plus 80 caractères.", set: { name: tooLong(80) } },
    missing("words", "Écrivez le texte du motif."),
  ],
  bulk: [{ field: "picked", message: "Choisissez au moins une offre.", set: { picked: [] } }],
  suspension: [
    missing("message", "Écrivez un message : la structure le recevra tel quel."),
    {
      field: "message",
      message: "Le message compte au plus 2 000 caractères.",
      set: { message: tooLong(2000) },
    },
  ],
  text: [
    {
      field: "words",
      message: "Ce texte compte au plus 300 caractères.",
      set: { words: tooLong(300) },
    },
  ],
  preferences: [missing("digest", "Choisissez un rythme.")],
  term: [
    missing("label", "Renseignez le libellé."),
    {
      field: "label",
      message: "Le libellé compte au plus 80 caractères.",
      set: { label: tooLong(80) },
    },
  ],
  synonyms: [
    missing("term", "Renseignez le mot que disent les offres."),
    missing("synonyms", "Renseignez au moins un synonyme."),
    {
      field: "term",
      message: "Le mot compte au plus 60 caractères.",
      set: { term: tooLong(60) },
    },
    {
      field: "synonyms",
      message: "Chaque synonyme compte au plus 60 caractères.",
      set: { term: "Narguilé", synonyms: tooLong(60) },
    },
    {
      field: "synonyms",
      message: "Un mot a au plus 30 synonymes.",
      set: { synonyms: Array.from({ length: 31 }, (_, index) => `mot${index}`).join(", ") },
    },
  ],
  merge: [
    missing("targetId", "Choisissez le terme qui reste."),
    { field: "sure", message: "Cochez la case : une fusion ne se défait pas." },
  ],
  campaign: [
    {
      field: "closesOn",
      message: "La fermeture vient après l’ouverture.",
      set: { opensOn: "2027-03-01", closesOn: "2027-02-01" },
    },
  ],
  pause: [missing("until", "Choisissez le jour où l’offre redevient visible.")],
  identity: [missing("function", "Renseignez votre fonction.")],
  ownPassword: [
    missing("currentPassword", "Renseignez votre mot de passe actuel."),
    {
      field: "currentPassword",
      message: "Ce n’est pas votre mot de passe actuel.",
      set: { currentPassword: "Pas le bon 1", password: "Prevention2" },
    },
  ],
  invitation: email,
};

/** What report.spec.ts breaks: it takes an offer that the public sees. */
export const brokenInReports = [
  "Choisissez ce qui ne va pas.",
  "Expliquez en quelques mots ce qui ne va pas.",
  "Le texte compte au plus 2 000 caractères.",
  "Choisissez une suite.",
];

/** What catalogue.spec.ts breaks, for the same reason. */
export const brokenInContact = [
  "Renseignez votre nom.",
  "Écrivez votre message.",
  "Le message compte au plus 2 000 caractères.",
  "Choisissez au moins une filière.",
  "Écrivez un nombre d’étudiants, de 1 à 500.",
];

/** What no field of a page can send: a request made by hand still meets these words. */
export const forgedOnly = [
  "Choisissez un thème de la liste.",
  "Choisissez un public de la liste.",
  "Choisissez un rôle.",
  "Choisissez une filière de la liste.",
  "Choisissez un mois de la liste.",
  "Choisissez une demi-journée de la liste.",
  "Écrivez une date qui existe, par exemple 2027-03-03.",
];

/** The words of every rule in the schemas of the forms. */
export function rulesInCode(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|\/)schema\.ts$/.test(file) || /^platform\/(.*\/)?fields\.ts$/.test(file),
  );
  const words = files.flatMap((file) =>
    [
      ...readFileSync(`lib/${file}`, "utf8").matchAll(/["`]([A-ZÀ-Ý][^"`\n]* [^"`\n]*[.}])["`]/g),
    ].map(([, text = ""]) => text),
  );
  return [...new Set(words)];
}
