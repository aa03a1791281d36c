import type { OfferCommand, Publication, Validation } from "@/lib/offer/lifecycle/rules";
import { isRenewalSeason, type RenewalAnswer } from "@/lib/offer/renewal/rules";

const todoKinds = [
  "confirmAddress",
  "correct",
  "publish",
  "resubmit",
  "finishDraft",
  "renew",
  "elapsed",
] as const;
type TodoKind = (typeof todoKinds)[number];

/** What the rule needs to know of an offer. */
export interface TodoOffer {
  id: string;
  title: string;
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
  updatedAt: Date;
  renewalAnswer: RenewalAnswer | null;
}

export type Todo<O extends TodoOffer = TodoOffer> =
  { kind: "confirmAddress"; offer: null } | { kind: Exclude<TodoKind, "confirmAddress">; offer: O };

/**
 * What needs its owner now, most pressing first: one thing per offer, the oldest first among the
 * same. What waits for the agency, what was put away and what was said no to is left alone.
 */
export function todosOf<O extends TodoOffer>(
  offers: readonly O[],
  addressConfirmed: boolean,
  now: Date,
): Todo<O>[] {
  const own = offers
    .flatMap((offer): Extract<Todo<O>, { offer: O }>[] => {
      const kind = kindFor(offer, now);
      return kind ? [{ kind, offer }] : [];
    })
    .sort(
      (a, b) =>
        todoKinds.indexOf(a.kind) - todoKinds.indexOf(b.kind) ||
        a.offer.updatedAt.getTime() - b.offer.updatedAt.getTime(),
    );
  return addressConfirmed ? own : [{ kind: "confirmAddress", offer: null }, ...own];
}

function kindFor(offer: TodoOffer, now: Date): Exclude<TodoKind, "confirmAddress"> | null {
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
