import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { counted } from "@/lib/platform/values/french";
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
 * Whether the public sees an offer and, if not, the first thing that stands in the way: what its
 * owner can change comes before what only the agency can. `visible` exactly when isPublic
 * (lib/offer/lifecycle/rules.ts) says so; a test holds them together.
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

/** What of an offer the public sees, as facts: worded for whoever reads of it. */
export interface OfferVisibility {
  visibility: Visibility;
  /** Until when it is paused, if it is. */
  pausedUntil: Date | null;
  /** All months of what the public sees, or would see, are over. */
  elapsed: boolean;
}

/**
 * Who reads: the person who deposited the offer, another one of its structure, a moderator, or the
 * depositor in the mail about the agency's approval.
 */
export type VisibilityReader = "depositor" | "colleague" | "moderator" | "letter";

type Words = Record<Exclude<Visibility, "paused" | "visible">, string>;

const forStructure: Words = {
  deleted: "Pas visible : elle est dans la corbeille.",
  archived: "Pas visible : elle est archivée.",
  draft: "Pas encore visible : ce brouillon n’est pas soumis.",
  pending: "Pas encore visible : l’agence doit la valider.",
  changesRequested: "Pas visible : une correction vous est demandée.",
  refused: "Pas visible : l’agence ne l’a pas retenue.",
  unpublished: "Pas visible : elle est validée mais n’est pas publiée.",
  addressToConfirm:
    "Pas encore visible : l’adresse email de la personne qui l’a déposée reste à confirmer.",
  accountClosed: "Pas visible : le compte qui l’a déposée est fermé.",
  structureClosed: "Pas visible : la structure est fermée.",
  offerSuspended: "Pas visible : l’agence a suspendu cette offre.",
  accountSuspended: "Pas visible : l’agence a suspendu le compte qui l’a déposée.",
  structureSuspended: "Pas visible : l’agence a suspendu la structure.",
  typeSuspended: "Pas visible : l’agence a suspendu toutes les structures de ce type.",
};

/** Of a draft that is submitted once an address is confirmed: whose, its reader knows. */
export function waitsForAddressWords(reader: VisibilityReader): string {
  const confirmed =
    reader === "depositor"
      ? "vous aurez confirmé votre adresse"
      : "la personne qui l’a déposée aura confirmé son adresse";
  return (
    `Pas encore soumise : elle partira à l’agence dès que ${confirmed}, sans rien faire ` +
    "d’autre."
  );
}

const words: Record<VisibilityReader, Words> = {
  colleague: forStructure,
  depositor: {
    ...forStructure,
    addressToConfirm: "Pas encore visible : votre adresse email reste à confirmer.",
    accountSuspended: "Pas visible : l’agence a suspendu votre compte.",
  },
  moderator: {
    ...forStructure,
    draft: "Pas encore visible : sa structure ne l’a pas soumise.",
    pending: "Pas encore visible : elle attend une décision.",
    changesRequested: "Pas visible : une correction est demandée à sa structure.",
    refused: "Pas visible : elle est refusée.",
    unpublished: "Pas visible : elle est validée, mais sa structure ne la publie pas.",
    addressToConfirm:
      "Pas encore visible : la personne qui l’a déposée n’a pas confirmé son adresse email.",
    offerSuspended: "Pas visible : cette offre est suspendue.",
    accountSuspended: "Pas visible : le compte qui l’a déposée est suspendu.",
    structureSuspended: "Pas visible : sa structure est suspendue.",
    typeSuspended: "Pas visible : toutes les structures de ce type sont suspendues.",
  },
  letter: {
    deleted: "Elle est dans la corbeille : personne ne la voit.",
    archived: "Elle est archivée : personne ne la voit.",
    draft: "Elle n’est pas soumise : personne ne la voit.",
    pending: "Elle attend de nouveau une décision : personne ne la voit encore.",
    changesRequested: "Une correction vous est demandée depuis : personne ne la voit.",
    refused: "L’agence ne l’a finalement pas retenue : personne ne la voit.",
    unpublished:
      "Elle n’est pas encore publiée. Publiez-la depuis sa page pour que les " +
      "établissements et les étudiants la trouvent.",
    addressToConfirm:
      "Personne ne la voit encore : il reste à confirmer votre adresse email. Elle " +
      "paraîtra aussitôt, sans autre démarche.",
    accountClosed: "Personne ne la voit : le compte qui l’a déposée est fermé.",
    structureClosed: "Personne ne la voit : la structure est fermée.",
    offerSuspended:
      "Personne ne la voit : l’agence a suspendu cette offre. Elle paraîtra quand la " +
      "suspension sera levée.",
    accountSuspended:
      "Personne ne la voit : l’agence a suspendu votre compte. Elle paraîtra quand la " +
      "suspension sera levée.",
    structureSuspended:
      "Personne ne la voit : l’agence a suspendu votre structure. Elle paraîtra quand la " +
      "suspension sera levée.",
    typeSuspended:
      "Personne ne la voit : l’agence a suspendu toutes les structures de votre type. " +
      "Elle paraîtra quand la suspension sera levée.",
  },
};

const onPages = {
  now: "Visible dans le catalogue.",
  elapsed: "Visible dans le catalogue, en dernier : tous ses mois sont passés.",
};
const visibleWords: Record<VisibilityReader, { now: string; elapsed: string }> = {
  depositor: onPages,
  colleague: onPages,
  moderator: onPages,
  letter: {
    now:
      "Elle est publiée : les établissements de formation et les étudiants la trouvent dès " +
      "maintenant.",
    elapsed:
      "Elle est publiée, mais tous ses mois sont passés : ajoutez-en pour que des " +
      "étudiants puissent venir.",
  },
};

/**
 * Whether the public sees an offer and, if not, why: one sentence, the same wherever its reader
 * meets it.
 */
export function visibilityWords(
  { visibility, pausedUntil, elapsed }: OfferVisibility,
  reader: VisibilityReader,
): string {
  if (visibility === "visible") return visibleWords[reader][elapsed ? "elapsed" : "now"];
  if (visibility !== "paused") return words[reader][visibility];
  const paused = pausedUntil ? `en pause jusqu’au ${dayInWords(pausedUntil)}` : "en pause";
  return reader === "letter"
    ? `Elle est ${paused} : personne ne la voit d’ici là.`
    : `${paused.charAt(0).toUpperCase()}${paused.slice(1)}.`;
}

/**
 * Several offers at once, those that read alike together: «Visible dans le catalogue (2 offres).»
 */
export function visibilitiesInWords(
  standings: readonly OfferVisibility[],
  reader: VisibilityReader,
): string[] {
  const counts = new Map<string, number>();
  for (const standing of standings) {
    const sentence = visibilityWords(standing, reader);
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  if (standings.length === 1) return [...counts.keys()];
  return [...counts].map(
    ([sentence, count]) => `${sentence.slice(0, -1)} (${counted(count, "offre", "offres")}).`,
  );
}

/** What a letter about changes that are not approved says of the version before, if it is seen. */
export function stillVisibleInWords({ visibility }: OfferVisibility): string | null {
  return visibility === "visible"
    ? "La version validée auparavant reste visible dans le catalogue."
    : null;
}

/** What a moderator reads of an offer that waits: what its approval would show. */
export function onceApprovedInWords(standing: OfferVisibility): string {
  const sentence = visibilityWords(standing, "moderator");
  return `Une fois validée, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
