import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";
import type { PasswordCriterion } from "./rules";

export const passwordCriterionLabels: Record<PasswordCriterion, string> = {
  length: "au moins 6 caractères",
  upperCase: "une majuscule",
  lowerCase: "une minuscule",
  digit: "un chiffre",
};

export type AccountRefusal =
  | "emailTaken"
  | AddressProblem
  | "typeUnknown"
  | "stepOneMissing"
  | "badCredentials"
  | "tooManyAttempts"
  | "tooManyRegistrations"
  | "linkUnusable"
  | "linkSentRecently"
  | "alreadyConfirmed"
  | "mailedRecently";

export const accountRefusalLabels: Record<AccountRefusal, string> = {
  ...addressProblemLabels,
  emailTaken:
    "Un compte existe déjà avec cette adresse. Connectez-vous, ou demandez un nouveau " +
    "mot de passe.",
  typeUnknown: "Choisissez un type de structure de la liste.",
  stepOneMissing: "Complétez d’abord la première étape, « Structure offrente ».",
  badCredentials: "L’adresse ou le mot de passe ne correspond pas.",
  tooManyAttempts:
    "Trop d’essais pour cette adresse. Réessayez dans {wait}, ou passez par « Mot de " +
    "passe oublié » pour vous connecter tout de suite.",
  tooManyRegistrations:
    "Beaucoup de comptes viennent d’être créés depuis votre réseau ou pour cette " +
    "adresse. Réessayez dans {wait} ; votre saisie reste dans la page.",
  linkUnusable: "Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.",
  linkSentRecently:
    "Plusieurs liens viennent d’être demandés. Ceux qui ont été envoyés restent valables " +
    "deux heures : regardez aussi dans les indésirables. Réessayez dans {wait}.",
  alreadyConfirmed: "Votre adresse a déjà été confirmée. Rechargez la page.",
  mailedRecently:
    "Plusieurs messages viennent d’être envoyés à cette adresse. Regardez dans les " +
    "indésirables, ou réessayez dans {wait}.",
};
