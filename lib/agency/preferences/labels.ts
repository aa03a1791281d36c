import type { Digest } from "./rules";

export const digestLabels: Record<Digest, string> = {
  atOnce: "Un mail à chaque offre soumise",
  daily: "Un mail par jour",
  weekly: "Un mail par semaine, le lundi",
  never: "Aucun mail",
};

export const preferencesRefusalLabels = {
  notFound: "Vous n’êtes plus modérateur : ces choix ne sont pas enregistrés.",
};

export const digestRefusalLabels = {
  linkUnknown:
    "Ce lien n’est pas valable. Réglez vos avis dans la modération, à la page « Mes avis ».",
};
