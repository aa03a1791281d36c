import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the parts of the portal tell the door (lib/platform/door) about the request they work for.
 */
export interface RequestState {
  /** Only the head of its answer is sent: the framework leaves the rest unread. */
  isHead: boolean;
  /**
   * What it needs does not answer, or has no place: a fault is answered 503, «try again», not 500.
   */
  isUnavailable: boolean;
  /** A form was sent to a page: the framework reads it before any action of ours runs. */
  isActionSent: boolean;
  /** An action of ours was reached: what fails from here on is no fault of what was sent. */
  isActionReached: boolean;
  /** It was refused, and the log has its line. */
  isRefusalLogged: boolean;
  /** Of what pages for all show, where one is made: it is kept under this name. */
  version?: string;
}

// The door and the pages are built apart; what they share in one process is found by its name.
const shared = globalThis as typeof globalThis & {
  portalRequest?: AsyncLocalStorage<RequestState>;
};

/** Holds nothing where the door does not run (Vercel, development, commands). */
export const requestState = (shared.portalRequest ??= new AsyncLocalStorage<RequestState>());

/** Remembers that the request under way met something that does not answer for now. */
export function noteUnavailable(): void {
  const state = requestState.getStore();
  if (state) state.isUnavailable = true;
}

/**
 * Whether what failed is what was sent: the framework could make no form of it, and came to no
 * action of ours.
 */
export function isUnreadForm(state: RequestState | undefined = requestState.getStore()): boolean {
  return !!state && state.isActionSent && !state.isActionReached && !state.isUnavailable;
}

/** Remembers that the request under way is a form of ours, read by the framework. */
export function noteActionReached(): void {
  const state = requestState.getStore();
  if (state) state.isActionReached = true;
}
