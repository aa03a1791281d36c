import type { PasswordCriterion } from "./rules";

export const passwordCriterionLabels: Record<PasswordCriterion, string> = {
  length: "au moins 6 caractères",
  upperCase: "une majuscule",
  lowerCase: "une minuscule",
  digit: "un chiffre",
};

export type AccountRefusal = "emailTaken" | "communeUnknown" | "typeUnknown" | "stepOneMissing" | "badCredentials" | "tooManyAttempts" | "linkUnusable" | "mailedRecently";

export const accountRefusalLabels: Record<AccountRefusal, string> = {
  emailTaken: "Un compte existe déjà avec cette adresse. Connectez-vous, ou demandez un nouveau mot de passe.",
  communeUnknown: "Choisissez une commune de ce code postal.",
  typeUnknown: "Choisissez un type de structure de la liste.",
  stepOneMissing: "Complétez d'abord la première étape, « Structure offrente ».",
  badCredentials: "L'adresse ou le mot de passe ne correspond pas.",
  tooManyAttempts: "Trop d'essais pour cette adresse aujourd'hui. Choisissez un nouveau mot de passe avec « Mot de passe oublié » pour vous reconnecter tout de suite.",
  linkUnusable: "Ce lien a déjà servi ou n'est plus valable. Demandez-en un nouveau.",
  mailedRecently: "Plusieurs messages viennent d'être envoyés à cette adresse. Attendez une heure avant d'en demander un autre.",
};
