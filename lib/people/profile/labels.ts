export type ProfileRefusal =
  | "notFound"
  | "badPassword"
  | "tooManyAttempts"
  | "sameAddress"
  | "mailedRecently"
  | "linkUnusable"
  | "emailTaken"
  | "transferFirst";

export const profileRefusalLabels: Record<ProfileRefusal, string> = {
  notFound: "Ce compte est introuvable.",
  badPassword: "Ce n’est pas votre mot de passe actuel.",
  tooManyAttempts:
    "Trop d’essais. Réessayez dans {wait}, ou choisissez un nouveau mot de passe avec « " +
    "Mot de passe oublié ».",
  sameAddress: "C’est déjà l’adresse de votre compte.",
  mailedRecently: "Plusieurs changements viennent d’être demandés. Réessayez dans {wait}.",
  linkUnusable:
    "Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre depuis votre profil.",
  emailTaken: "Cette adresse a déjà un compte : elle ne peut pas servir à un second.",
  transferFirst: "Vous êtes le seul administrateur : confiez d’abord ce rôle à un collègue.",
};
