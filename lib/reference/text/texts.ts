/**
 * Words that an agency may want to write itself. Everything else is the portal's, so that pages and
 * help agree.
 */
export const textCodes = [
  "homeLead",
  "catalogueLead",
  "mailReceived",
  "mailApproved",
  "mailRefused",
  "mailClosing",
] as const;
export type TextCode = (typeof textCodes)[number];

export interface AgencyText {
  label: string;
  /** Where it is read. */
  where: "page" | "mail";
  /**
   * What it says until the agency changes it. `{region}` and `{contact}` stand for the region's
   * name and the agency's address.
   */
  words: string;
  /** Characters. */
  limit: number;
}

export const agencyTexts: Record<TextCode, AgencyText> = {
  homeLead: {
    label: "Accueil : ce qu’est le portail",
    where: "page",
    words:
      "Chaque année, les étudiants en santé mènent des actions de prévention près de " +
      "chez vous. Les structures d’accueil déposent ici leurs offres ; les " +
      "établissements de formation et les étudiants les y trouvent.",
    limit: 500,
  },
  catalogueLead: {
    label: "Offres de stage : introduction",
    where: "page",
    words: "Les stages du service sanitaire proposés en région {region}.",
    limit: 300,
  },
  mailReceived: {
    label: "Courrier « Offre reçue » : dernières lignes",
    where: "mail",
    words: "Vous n’avez rien d’autre à faire pour l’instant.",
    limit: 1000,
  },
  mailApproved: {
    label: "Courrier « Offre validée » : dernières lignes",
    where: "mail",
    words: "Merci d’accueillir des étudiants du service sanitaire.",
    limit: 1000,
  },
  mailRefused: {
    label: "Courrier « Offre refusée » : dernières lignes",
    where: "mail",
    words: "Pour en parler, écrivez à {contact}.",
    limit: 1000,
  },
  mailClosing: {
    label: "Fin de tous les courriers",
    where: "mail",
    words:
      "Ce message vient du portail du service sanitaire des étudiants en santé. Une " +
      "question : {contact}",
    limit: 300,
  },
};

export function isTextCode(code: unknown): code is TextCode {
  return (textCodes as readonly unknown[]).includes(code);
}

/** Puts the region's name and the agency's address where the words ask for them. */
export function filled(words: string, places: { region: string; contact: string }): string {
  return words.replaceAll(/\{(region|contact)\}/g, (_, name: "region" | "contact") => places[name]);
}
