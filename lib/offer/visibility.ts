import type { Publication, Validation } from "./rules";

export type Visibility = "visible" | "addressToConfirm" | "draft" | "pending" | "changesRequested" | "refused" | "unpublished";

/** Whether the public sees an offer and, if not, the first thing that stands in the way. */
export function visibilityOf(offer: { validation: Validation; publication: Publication; hasApproved: boolean }, addressConfirmed: boolean): Visibility {
  if (!offer.hasApproved) return offer.validation === "approved" ? "unpublished" : offer.validation;
  if (offer.publication !== "published") return "unpublished";
  return addressConfirmed ? "visible" : "addressToConfirm";
}

export const visibilityLabels: Record<Visibility, string> = {
  visible: "Visible dans le catalogue.",
  addressToConfirm: "Pas encore visible : votre adresse email reste à confirmer.",
  draft: "Pas encore visible : ce brouillon n’est pas soumis.",
  pending: "Pas encore visible : l’agence doit la valider.",
  changesRequested: "Pas visible : une correction vous est demandée.",
  refused: "Pas visible : l’agence ne l’a pas retenue.",
  unpublished: "Pas visible : elle est validée mais n’est pas publiée.",
};
