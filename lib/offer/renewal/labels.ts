import { type OfferRefusal, offerRefusalLabels } from "@/lib/offer/lifecycle/labels";
import type { RenewalAnswer } from "./rules";

export const renewalAnswerLabels: Record<RenewalAnswer, string> = {
  yes: "Oui",
  maybe: "Peut-être",
  no: "Non",
};

/** The answers as the address of a mail's link writes them. */
export const renewalAnswerWords: Record<RenewalAnswer, string> = {
  yes: "oui",
  maybe: "peut-etre",
  no: "non",
};

export type RenewalRefusal = OfferRefusal | "linkExpired" | "alreadyRenewed" | "nothingToRenew";

export const renewalRefusalLabels: Record<RenewalRefusal, string> = {
  ...offerRefusalLabels,
  linkExpired:
    "Ce lien n’est plus valable. Connectez-vous pour renouveler l’offre depuis « Mes offres ».",
  alreadyRenewed:
    "Cette offre est déjà renouvelée. Pour y renoncer, supprimez le brouillon dans « Mes offres ».",
  nothingToRenew: "Cette offre n’a jamais été validée : il n’y a rien à renouveler.",
};
