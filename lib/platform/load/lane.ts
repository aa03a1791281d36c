import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import pLimit, { type LimitFunction } from "p-limit";
import { noteUnavailable } from "@/lib/platform/environment/request-state";
import { Busy } from "./busy";

export interface Lane {
  /**
   * Does work when it is its turn.
   * @throws Busy at once when everything is taken, the places to wait included
   */
  <T>(work: () => Promise<T>): Promise<T>;
  /** @throws Busy where work would be turned away now: for what must not be begun then either */
  requireRoom: () => void;
}

// One for the process: the framework may load this file more than once.
const holder = globalThis as typeof globalThis & { portalLanes?: Map<string, LimitFunction> };

/**
 * A bound on work of one kind.
 * @param atOnce how many are done at the same time
 * @param waiting how many more may wait for their turn
 */
export function lane(name: string, { atOnce, waiting }: { atOnce: number; waiting: number }): Lane {
  holder.portalLanes ??= new Map();
  const limit = holder.portalLanes.get(name) ?? pLimit(atOnce);
  holder.portalLanes.set(name, limit);
  const requireRoom = () => {
    if (limit.activeCount + limit.pendingCount >= atOnce + waiting) {
      noteUnavailable();
      throw new Busy(name);
    }
  };
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    requireRoom();
    return limit(async () => {
      // Who asks for something cheap comes in between: two that compute would otherwise block as
      // one.
      await nextTurn();
      return work();
    });
  };
  return Object.assign(inTurn, { requireRoom });
}

// Pictures and PDF are computed where every answer is made: one at a time, 30 to 100 ms each. What
// strangers ask for has a lane of its own, so that they take no place from who is signed in.
export const publicDrawing = lane("publicDrawing", { atOnce: 1, waiting: 20 });
export const ownDrawing = lane("ownDrawing", { atOnce: 1, waiting: 20 });
/** Sitemaps and feeds: mostly the database's time. */
export const listing = lane("listing", { atOnce: 2, waiting: 40 });
/** Files that are written once for many readers. */
export const filing = lane("filing", { atOnce: 2, waiting: 10 });
/** Readers of these: nobody waits for another to have read. */
export const publicReading = lane("publicReading", { atOnce: 100, waiting: 0 });
export const ownReading = lane("ownReading", { atOnce: 10, waiting: 0 });
/**
 * Argon2 takes a core for itself, and a thread from those that read files: one core stays with the
 * requests.
 */
export const hashing = lane("hashing", {
  atOnce: Math.min(3, Math.max(1, availableParallelism() - 1)),
  waiting: 60,
});
