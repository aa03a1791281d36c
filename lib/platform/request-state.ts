import { AsyncLocalStorage } from "node:async_hooks";

/** What the parts of the portal tell the door (lib/platform/door) about the request they work for. */
export interface RequestState {
  /** The database could not be asked: a fault is answered 503, «try again», not 500. */
  isDatabaseAway: boolean;
}

// The door and the pages are built apart; what they share in one process is found by its name.
const name = Symbol.for("portail.request");
const shared = globalThis as typeof globalThis & { [name]?: AsyncLocalStorage<RequestState> };

/** Holds nothing where the door does not run (Vercel, development, commands). */
export const requestState = (shared[name] ??= new AsyncLocalStorage<RequestState>());

/** Remembers that the request under way met a database that does not answer. */
export function noteDatabaseAway(): void {
  const state = requestState.getStore();
  if (state) state.isDatabaseAway = true;
}
