/**
 * The two axes of an offer and every move on them: validation by the ARS, publication by the
 * offeror. No transition is written anywhere else; commands persist what {@link decide} returns.
 */

import type { SuspendedThing } from "@/lib/offer/suspended/rules";

export type Validation = "draft" | "pending" | "approved" | "changesRequested" | "refused";
/** `onApproval`: not public yet, asked for («Publier dès la validation»). */
export type Publication = "unpublished" | "onApproval" | "published";

export interface OfferState {
  validation: Validation;
  publication: Publication;
  /** Some revision of the offer has been approved; the last such one is what the public sees. */
  hasApproved: boolean;
  /** Published, but out of sight until a date its offeror chose. */
  paused: boolean;
  /** Put away: kept as it is, neither edited nor public. */
  archived: boolean;
  deleted: boolean;
}

/** Where an offer stands for its structure, beside the two axes. */
type ArchiveState = "live" | "archived" | "deleted";

function archiveStateOf(state: Pick<OfferState, "archived" | "deleted">): ArchiveState {
  if (state.deleted) return "deleted";
  return state.archived ? "archived" : "live";
}

export type Actor = "offeror" | "moderator";

export const offerCommands = [
  "saveDraft",
  "submit",
  "applyMinorEdit",
  "approve",
  "requestChanges",
  "refuse",
  "publish",
  "unpublish",
  "pause",
  "archive",
  "unarchive",
  "delete",
  "restore",
] as const;
export type OfferCommand = (typeof offerCommands)[number];

/** Moves that need nothing but the offer. */
export const offerMoves = [
  "publish",
  "unpublish",
  "archive",
  "unarchive",
  "delete",
  "restore",
] as const satisfies readonly OfferCommand[];
export type OfferMove = (typeof offerMoves)[number];

export type Refusal =
  | "notYours"
  | "deleted"
  | "notDeleted"
  | "archived"
  | "notArchived"
  | "wrongState"
  | "reasonMissing"
  | "alreadyDone";

/** What a command sends out; lib/offer/lifecycle/commands/write.ts turns each into mail jobs. */
export type OfferMail =
  "offerReceived" | "offerToModerate" | "offerApproved" | "offerChangesRequested" | "offerRefused";

interface Transition {
  actor: Actor;
  /** Where the offer may stand; only `live` unless said otherwise. */
  standing?: readonly ArchiveState[];
  /** Validation states it may start from. */
  from: readonly Validation[];
  /** Only for an offer that already has an approved revision, whatever `from` says. */
  needsApproved?: readonly Validation[];
  needsPublished?: true;
  to: (state: OfferState) => Partial<OfferState>;
  reasonRequired: boolean;
  mails: readonly OfferMail[];
}

const anyValidation = ["draft", "pending", "approved", "changesRequested", "refused"] as const;

const transitions: Record<OfferCommand, Transition> = {
  // What is being typed changes no state: the submitted and the approved revisions stay what they
  // are.
  saveDraft: {
    actor: "offeror",
    from: anyValidation,
    needsApproved: ["refused"],
    to: () => ({}),
    reasonRequired: false,
    mails: [],
  },
  submit: {
    actor: "offeror",
    from: anyValidation,
    // A refusal is final for the offer, unless an approved version is still standing.
    needsApproved: ["refused"],
    to: () => ({ validation: "pending" }),
    reasonRequired: false,
    mails: ["offerToModerate", "offerReceived"],
  },
  applyMinorEdit: {
    actor: "offeror",
    from: ["approved"],
    to: () => ({}),
    reasonRequired: false,
    mails: [],
  },
  approve: {
    actor: "moderator",
    from: ["pending"],
    to: (state) => ({
      validation: "approved",
      hasApproved: true,
      publication: state.publication === "onApproval" ? "published" : state.publication,
    }),
    reasonRequired: false,
    mails: ["offerApproved"],
  },
  requestChanges: {
    actor: "moderator",
    from: ["pending"],
    to: () => ({ validation: "changesRequested" }),
    reasonRequired: true,
    mails: ["offerChangesRequested"],
  },
  refuse: {
    actor: "moderator",
    from: ["pending"],
    to: (state) => ({
      validation: "refused",
      publication: state.publication === "onApproval" ? "unpublished" : state.publication,
    }),
    reasonRequired: true,
    mails: ["offerRefused"],
  },
  publish: {
    actor: "offeror",
    from: anyValidation,
    needsApproved: ["refused"],
    // Publishing a paused offer ends its pause.
    to: (state) => ({ publication: state.hasApproved ? "published" : "onApproval", paused: false }),
    reasonRequired: false,
    mails: [],
  },
  unpublish: {
    actor: "offeror",
    from: anyValidation,
    to: () => ({ publication: "unpublished", paused: false }),
    reasonRequired: false,
    mails: [],
  },
  pause: {
    actor: "offeror",
    from: anyValidation,
    needsPublished: true,
    to: () => ({ paused: true }),
    reasonRequired: false,
    mails: [],
  },
  // What waits for the ARS is not put away under its eyes.
  archive: {
    actor: "offeror",
    from: ["draft", "approved", "changesRequested", "refused"],
    to: () => ({ archived: true, publication: "unpublished", paused: false }),
    reasonRequired: false,
    mails: [],
  },
  unarchive: {
    actor: "offeror",
    standing: ["archived"],
    from: anyValidation,
    to: () => ({ archived: false }),
    reasonRequired: false,
    mails: [],
  },
  delete: {
    actor: "offeror",
    standing: ["live", "archived"],
    from: anyValidation,
    to: () => ({ deleted: true }),
    reasonRequired: false,
    mails: [],
  },
  restore: {
    actor: "offeror",
    standing: ["deleted"],
    from: anyValidation,
    to: () => ({ deleted: false }),
    reasonRequired: false,
    mails: [],
  },
};

export type Decision =
  { ok: true; state: OfferState; mails: readonly OfferMail[] } | { ok: false; refusal: Refusal };

/**
 * The one way an offer moves.
 * @param reason what the moderator wrote; required where the table says so
 * @returns the next state and the mails it owes, or why not; never throws
 */
export function decide(
  state: OfferState,
  command: OfferCommand,
  actor: Actor,
  reason = "",
): Decision {
  const transition = transitions[command];
  if (transition.actor !== actor) return { ok: false, refusal: "notYours" };
  const standing = archiveStateOf(state);
  if (!(transition.standing ?? ["live"]).includes(standing))
    return { ok: false, refusal: wrongStanding(standing, command) };
  if (!transition.from.includes(state.validation)) return { ok: false, refusal: "wrongState" };
  if (transition.needsApproved?.includes(state.validation) && !state.hasApproved)
    return { ok: false, refusal: "wrongState" };
  if (transition.needsPublished && state.publication !== "published")
    return { ok: false, refusal: "wrongState" };
  if (transition.reasonRequired && reason.trim() === "")
    return { ok: false, refusal: "reasonMissing" };
  const next = { ...state, ...transition.to(state) };
  const sameVisibility = next.publication === state.publication && next.paused === state.paused;
  if ((command === "publish" || command === "unpublish") && sameVisibility)
    return { ok: false, refusal: "alreadyDone" };
  return { ok: true, state: next, mails: transition.mails };
}

function wrongStanding(standing: ArchiveState, command: OfferCommand): Refusal {
  if (standing !== "live") return standing;
  return command === "restore" ? "notDeleted" : "notArchived";
}

/** Commands that would succeed, reasons given: they drive the buttons. */
export function availableCommands(state: OfferState, actor: Actor): OfferCommand[] {
  return offerCommands.filter((command) => decide(state, command, actor, "reason").ok);
}

/** What stands around an offer: who deposited it, for whom, and what the ARS holds back. */
export interface Depositor {
  addressConfirmed: boolean;
  accountActive: boolean;
  structureActive: boolean;
  /** What the ARS suspended that keeps the offer from the public; null when nothing does. */
  suspended: SuspendedThing | null;
}

/**
 * Whether anyone may see the offer. Its SQL twin is in lib/offer/projection/commands/refresh.ts; a
 * test holds them together.
 */
export function isPublic(state: OfferState, depositor: Depositor): boolean {
  return (
    state.hasApproved &&
    state.publication === "published" &&
    !state.paused &&
    !state.archived &&
    !state.deleted &&
    depositor.addressConfirmed &&
    depositor.accountActive &&
    depositor.structureActive &&
    depositor.suspended === null
  );
}
