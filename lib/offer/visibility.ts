import { dayInWords } from "./calendar-day";
import type { SuspendedThing } from "@/lib/suspension/rules";
import type { Depositor, OfferState } from "./rules";

export type Visibility =
  | "visible"
  | "deleted"
  | "archived"
  | "draft"
  | "pending"
  | "changesRequested"
  | "refused"
  | "unpublished"
  | "paused"
  | "addressToConfirm"
  | "accountClosed"
  | "structureClosed"
  | "offerSuspended"
  | "accountSuspended"
  | "structureSuspended"
  | "typeSuspended";

const suspendedAs: Record<SuspendedThing, Visibility> = {
  offer: "offerSuspended",
  account: "accountSuspended",
  structure: "structureSuspended",
  structureType: "typeSuspended",
};

/**
 * Whether the public sees an offer and, if not, the first thing that stands in the way: what its owner can change comes
 * before what only the agency can. `visible` exactly when isPublic (lib/offer/rules.ts) says so; a test holds them together.
 */
export function visibilityOf(state: OfferState, depositor: Depositor): Visibility {
  if (state.deleted) return "deleted";
  if (state.archived) return "archived";
  if (!depositor.structureActive) return "structureClosed";
  if (depositor.suspended) return suspendedAs[depositor.suspended];
  if (!depositor.accountActive) return "accountClosed";
  if (!state.hasApproved) return state.validation === "approved" ? "unpublished" : state.validation;
  if (state.publication !== "published") return "unpublished";
  if (state.paused) return "paused";
  return depositor.addressConfirmed ? "visible" : "addressToConfirm";
}

const labels: Record<Exclude<Visibility, "paused">, string> = {
  visible: "Visible dans le catalogue.",
  deleted: "Pas visible : elle est dans la corbeille.",
  archived: "Pas visible : elle est archivée.",
  draft: "Pas encore visible : ce brouillon n’est pas soumis.",
  pending: "Pas encore visible : l’agence doit la valider.",
  changesRequested: "Pas visible : une correction vous est demandée.",
  refused: "Pas visible : l’agence ne l’a pas retenue.",
  unpublished: "Pas visible : elle est validée mais n’est pas publiée.",
  addressToConfirm: "Pas encore visible : votre adresse email reste à confirmer.",
  accountClosed: "Pas visible : le compte qui l’a déposée est fermé.",
  structureClosed: "Pas visible : la structure est fermée.",
  offerSuspended: "Pas visible : l’agence a suspendu cette offre.",
  accountSuspended: "Pas visible : l’agence a suspendu le compte qui l’a déposée.",
  structureSuspended: "Pas visible : l’agence a suspendu la structure.",
  typeSuspended: "Pas visible : l’agence a suspendu toutes les structures de ce type.",
};

export const waitsForAddressWords =
  "Pas encore soumise : elle partira à l’agence dès que vous aurez confirmé votre adresse, sans rien faire d’autre.";

/** One sentence, for the card and the page of an offer. */
export function visibilityWords(visibility: Visibility, pausedUntil: Date | null): string {
  if (visibility !== "paused") return labels[visibility];
  return pausedUntil ? `En pause jusqu’au ${dayInWords(pausedUntil)}.` : "En pause.";
}
