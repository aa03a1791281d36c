import { conflictLabels } from "@/lib/platform/form/labels";

export type TextRefusal = "notFound" | keyof typeof conflictLabels;

export const textRefusalLabels: Record<TextRefusal, string> = {
  ...conflictLabels,
  notFound: "Ce texte est introuvable.",
};
