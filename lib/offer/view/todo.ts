import type { OfferCommand, Publication, Validation } from "@/lib/offer/lifecycle/rules";
import { isRenewalSeason, type RenewalAnswer } from "@/lib/offer/renewal/rules";

const todoKinds = ["correct", "publish", "resubmit", "finishDraft", "renew", "elapsed"] as const;
export type TodoKind = (typeof todoKinds)[number];

/** What the rule needs to know of an offer. */
export interface TodoFacts {
  campaign: number;
  validation: Validation;
  publication: Publication;
  hasApproved: boolean;
  /** Something typed has not been submitted. */
  hasDraft: boolean;
  /** It is submitted when the address is confirmed: that is the thing to do. */
  waitsForAddress: boolean;
  /** All of its months are over. */
  elapsed: boolean;
  commands: readonly OfferCommand[];
  renewalAnswer: RenewalAnswer | null;
}

/** What an offer needs from its owner now; null when it needs nothing. */
export function todoFor(offer: TodoFacts, now: Date): TodoKind | null {
  if (offer.waitsForAddress) return null;
  const may = (command: OfferCommand) => offer.commands.includes(command);
  if (offer.validation === "changesRequested" && may("submit")) return "correct";
  if (offer.validation === "approved" && offer.publication === "unpublished" && may("publish"))
    return "publish";
  if (offer.validation === "draft" && may("submit")) return "finishDraft";
  if (offer.hasDraft && offer.validation !== "refused" && may("submit")) return "resubmit";
  if (
    offer.hasApproved &&
    may("submit") &&
    isRenewalSeason(offer.campaign, now) &&
    offer.renewalAnswer !== "yes" &&
    offer.renewalAnswer !== "no"
  )
    return "renew";
  // Whoever waits for a decision has perhaps added some.
  if (
    offer.elapsed &&
    offer.publication === "published" &&
    offer.validation === "approved" &&
    may("archive")
  )
    return "elapsed";
  return null;
}

/** An offer and when it was last changed, in milliseconds. */
interface Dated {
  id: string;
  at: number;
}

/** Offers of which the rule is told the same. */
export interface AlikeOffers {
  facts: TodoFacts;
  total: number;
  /** The first of them, {@link shownTodos} at most. */
  oldest: readonly Dated[];
  /** The last of them, {@link shownOthers} at most. */
  newest: readonly Dated[];
}

/** Things to do that «Mon espace» shows, and offers that need nothing beside them. */
export const shownTodos = 20;
export const shownOthers = 10;

export interface Overview {
  /** Most pressing first: one thing per offer, the oldest first among the same. */
  todos: { kind: TodoKind; id: string }[];
  /** All there is to do. */
  total: number;
  /** What needs nothing, the newest first. */
  others: string[];
}

/**
 * What needs its owner now. What waits for the agency, what was put away and what was said no to is
 * left alone.
 */
export function overviewOf(alike: readonly AlikeOffers[], now: Date): Overview {
  const judged = alike.map((group) => ({ ...group, kind: todoFor(group.facts, now) }));
  const pressing = todoKinds.map((kind) => ({
    kind,
    groups: judged.filter((group) => group.kind === kind),
  }));
  return {
    todos: pressing
      .flatMap(({ kind, groups }) =>
        groups
          .flatMap(({ oldest }) => oldest)
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => ({ kind, id })),
      )
      .slice(0, shownTodos),
    total: pressing.flatMap(({ groups }) => groups).reduce((sum, { total }) => sum + total, 0),
    others: judged
      .filter(({ kind }) => kind === null)
      .flatMap(({ newest }) => newest)
      .sort((a, b) => b.at - a.at)
      .slice(0, shownOthers)
      .map(({ id }) => id),
  };
}
