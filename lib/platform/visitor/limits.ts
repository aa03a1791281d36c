import { counted } from "@/lib/platform/values/french";
/**
 * What a limit is counted by. `network`: where it comes from (network.ts). `target`: who or what it
 * is aimed at.
 */
type LimitKey = "network" | "account" | "structure" | "device" | "target";

export interface LimitRule {
  /** Counted together: once for each different combination. */
  by: readonly LimitKey[];
  /** Attempts in a window. */
  max: number;
  /** Length of the window, from its first attempt. */
  seconds: number;
  /** Seconds to wait after the first, second, … attempt; the last one also after all later ones. */
  delays?: readonly number[];
}

const minute = 60;
const hour = 3600;
const day = 86_400;

/**
 * Four mistakes cost nothing; from then on each costs more than the one before, up to four hours.
 */
const growing = [0, 0, 0, 0, 1, 2, 5, 10, 20, 40, 60, 120, 240].map((minutes) => minutes * minute);
/** On a browser its owner has used: never longer than a quarter of an hour. */
const growingLittle = [0, 0, 0, 0, 0.5, 1, 2, 5, 10, 15].map((minutes) => minutes * minute);

/**
 * All limits of the portal, and why: docs/decisions/0015-limits.md. The rules of one limit stand
 * from what only the visitor spends to what others spend as well: an attempt that the first refuses
 * does not count for the next.
 */
export const limits = {
  /**
   * Passwords tried by a browser that is not known to have belonged to the account. `target`: the
   * address typed.
   */
  signIn: [
    { by: ["network", "target"], max: 25, seconds: day, delays: growing },
    { by: ["network"], max: 100, seconds: 15 * minute },
    { by: ["target"], max: 25, seconds: day },
  ],
  /** Passwords tried where the account was signed in to before, or still is. */
  knownDevice: [{ by: ["account", "device"], max: 100, seconds: day, delays: growingLittle }],
  /**
   * A window as long as its links serve: whoever is refused has a link that works in the mailbox.
   */
  passwordLink: [
    { by: ["network", "target"], max: 3, seconds: 2 * hour },
    { by: ["network"], max: 100, seconds: hour },
    { by: ["target"], max: 6, seconds: 2 * hour },
  ],
  register: [
    { by: ["network", "target"], max: 3, seconds: day },
    { by: ["network"], max: 20, seconds: hour },
    { by: ["target"], max: 6, seconds: day },
  ],
  resendConfirmation: [{ by: ["account"], max: 5, seconds: hour }],
  addressChange: [
    { by: ["account"], max: 5, seconds: hour },
    { by: ["target"], max: 10, seconds: day },
  ],
  /** By who sends it: a structure, or a moderator among the agency's own. */
  invitation: [
    { by: ["structure", "target"], max: 5, seconds: day },
    { by: ["structure"], max: 30, seconds: day },
    { by: ["target"], max: 20, seconds: day },
  ],
  alert: [
    { by: ["network", "target"], max: 5, seconds: day },
    { by: ["network"], max: 60, seconds: hour },
    { by: ["target"], max: 20, seconds: day },
  ],
  contact: [
    { by: ["network", "target"], max: 10, seconds: hour },
    { by: ["network"], max: 60, seconds: hour },
    { by: ["target"], max: 60, seconds: hour },
  ],
  /** A copy that is not sent is not missed: the message itself goes. `target`: the writer. */
  contactCopy: [
    { by: ["network", "target"], max: 10, seconds: day },
    { by: ["target"], max: 20, seconds: day },
  ],
  report: [
    { by: ["network", "target"], max: 10, seconds: hour },
    { by: ["network"], max: 60, seconds: hour },
    { by: ["target"], max: 60, seconds: hour },
  ],
  /** The file of one's own data. */
  ownData: [{ by: ["account"], max: 5, seconds: hour }],
} as const satisfies Record<string, readonly LimitRule[]>;

export type LimitName = keyof typeof limits;

/** What has to be named for a limit to be counted. */
export type LimitKeys<N extends LimitName> = Record<
  (typeof limits)[N][number]["by"][number],
  string
>;

/**
 * «40 secondes», «12 minutes», «3 heures»: how long to wait, rounded up so that the attempt then
 * succeeds.
 */
export function waitInWords(seconds: number): string {
  const [count, unit] =
    seconds < minute
      ? [seconds, "seconde"]
      : seconds <= 90 * minute
        ? [Math.ceil(seconds / minute), "minute"]
        : [Math.ceil(seconds / hour), "heure"];
  return counted(count, unit, `${unit}s`);
}
