import type { SuspendedThing } from "@/lib/offer/suspended/rules";

/**
 * Who is told: who deposited the offer, whose account it is, the administrators of the structure,
 * or of every one of the type.
 */
type NotifiedPeople = "depositor" | "owner" | "administrators" | "administratorsOfType";

interface SuspensionEffect {
  notifies: NotifiedPeople;
  /** Whether those it concerns can still write. They can always sign in, read, and see why. */
  readOnly: boolean;
}

export const suspensionEffects: Record<SuspendedThing, SuspensionEffect> = {
  // A suspended offer can be corrected: that is how it comes back.
  offer: { notifies: "depositor", readOnly: false },
  account: { notifies: "owner", readOnly: true },
  structure: { notifies: "administrators", readOnly: true },
  structureType: { notifies: "administratorsOfType", readOnly: true },
};

export type SuspensionCommand = "suspend" | "lift";

export type SuspensionRefusal = "alreadySuspended" | "notSuspended" | "messageMissing" | "gone";

export interface SuspensionState {
  inForce: boolean;
  /** Closed, merged, deleted or archived: there is nothing left to hold back. */
  gone: boolean;
}

interface Transition {
  from: boolean;
  to: boolean;
  /** May it be done to what is gone? */
  whenGone: boolean;
  messageRequired: boolean;
  refusal: SuspensionRefusal;
}

const transitions: Record<SuspensionCommand, Transition> = {
  suspend: {
    from: false,
    to: true,
    whenGone: false,
    messageRequired: true,
    refusal: "alreadySuspended",
  },
  lift: { from: true, to: false, whenGone: true, messageRequired: false, refusal: "notSuspended" },
};

export type SuspensionDecision =
  { ok: true; inForce: boolean } | { ok: false; refusal: SuspensionRefusal };

/** The one way something is suspended, or no longer. @param message to those it concerns */
export function decideSuspension(
  state: SuspensionState,
  command: SuspensionCommand,
  message = "",
): SuspensionDecision {
  const { from, to, whenGone, messageRequired, refusal } = transitions[command];
  if (state.gone && !whenGone) return { ok: false, refusal: "gone" };
  if (state.inForce !== from) return { ok: false, refusal };
  if (messageRequired && message.trim() === "") return { ok: false, refusal: "messageMissing" };
  return { ok: true, inForce: to };
}
