import { parseReference } from "@/lib/offer/content/reference";

/** Offers of a selection, at most. */
export const mostShortlisted = 30;
/** Offers that are compared side by side, at most. */
export const mostCompared = 4;

/** Texts that are no reference, told at most; and characters of each. */
const [mostUnread, longestUnread] = [5, 40];

const path = "/offres/selection";
type ShortlistAddress = typeof path | `${typeof path}?${string}`;

/** A selection as its address says it: the address is all there is of it on the server. */
interface Shortlist {
  references: string[];
  /** What was given as a reference and is none. */
  unread: string[];
  /** References beyond {@link mostShortlisted}, which are not looked at. */
  left: number;
  /** Those that are ticked to be compared, each of `references`. */
  ticked: string[];
}

type Values = string | readonly string[] | undefined;

/** Several may be typed into one field, with commas or semicolons between them. */
function texts(values: Values): string[] {
  return [values ?? []]
    .flat()
    .flatMap((value) => value.split(/[,;]/))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** References as they are written, each once. */
function referencesIn(values: Values): string[] {
  return [...new Set(texts(values).flatMap((text) => parseReference(text) ?? []))];
}

/**
 * Reads the address of a selection.
 * @param query `o` for each offer, `c` for each that is to be compared
 */
export function readShortlist({ o, c }: { o?: Values; c?: Values }): Shortlist {
  const all = referencesIn(o);
  const references = all.slice(0, mostShortlisted);
  return {
    references,
    unread: texts(o)
      .filter((text) => parseReference(text) === null)
      .slice(0, mostUnread)
      .map((text) => text.slice(0, longestUnread)),
    left: all.length - references.length,
    ticked: referencesIn(c).filter((reference) => references.includes(reference)),
  };
}

/** The address of a selection; of the page that explains it where there is none. */
export function shortlistHref(references: readonly string[]): ShortlistAddress {
  return references.length === 0
    ? path
    : `${path}?${new URLSearchParams(references.map((each) => ["o", each])).toString()}`;
}

/** Whether two selections hold the same offers, in whatever order. */
export function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((reference) => other.includes(reference));
}
