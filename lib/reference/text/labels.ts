export type TextRefusal = "notFound";

export const textRefusalLabels: Record<TextRefusal, string> = {
  notFound: "Ce texte est introuvable.",
};
