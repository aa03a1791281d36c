import "server-only";
import { eq, inArray, or, sql } from "drizzle-orm";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { fromNumbers } from "@/lib/offer/availability/availability";
import { toCome } from "@/lib/offer/availability/elapsed";
import type { OfferPreview } from "@/lib/offer/content/preview";
import { parseReference, referencesIn } from "@/lib/offer/content/reference";
import { db, type Executor } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { termFacet } from "../facets";
import { publicOffer } from "../tables";
import { hasAllOf } from "./facets";

/**
 * The reference of a public offer as it is written, from what somebody typed; null when it names
 * none that anyone may see.
 */
export async function publicReference(typed: string): Promise<string | null> {
  const references = referencesIn(typed);
  // Many a word of eight letters reads as a reference: only one that is there counts.
  const [row] =
    references.length === 0
      ? []
      : await db
          .select({ reference: publicOffer.reference })
          .from(publicOffer)
          .where(inArray(publicOffer.reference, references));
  return row?.reference ?? null;
}

/** One public offer by its reference, as typed; null when there is none that anyone may see. */
export async function publicOfferByReference(reference: string): Promise<PublicOfferDto | null> {
  const parsed = parseReference(reference);
  return parsed ? ((await publicOffersOf([parsed]))[0] ?? null) : null;
}

/** Those of these references that anyone may see, in their order. */
export async function publicOffersOf(references: readonly string[]) {
  const rows = await db
    .select({
      reference: publicOffer.reference,
      campaign: publicOffer.campaign,
      title: publicOffer.title,
      places: publicOffer.places,
      lodging: publicOffer.lodging,
      catering: publicOffer.catering,
      commune: publicOffer.commune,
      facets: publicOffer.facets,
      slots: publicOffer.slots,
      page: publicOffer.page,
      publishedAt: publicOffer.publishedAt,
    })
    .from(publicOffer)
    .where(inArray(publicOffer.reference, [...references]));
  const place = (row: { reference: string }) => references.indexOf(row.reference);
  return rows
    .sort((one, other) => place(one) - place(other))
    .map(({ slots, page, ...offer }) => {
      const ahead = toCome(fromNumbers(slots), offer.campaign, now());
      // All of its months where they are over: when it could host is then what is left to say.
      const availability = ahead.length > 0 ? ahead : fromNumbers(page.slots);
      return { ...offer, elapsed: ahead.length === 0, ahead, page: { ...page, availability } };
    });
}

/** The same as its page and its PDF show it: nothing about people. */
export function publicPreview({
  page,
  title,
  places,
  lodging,
  catering,
}: PublicOfferDto): OfferPreview {
  return { ...page, title, places, lodging, catering, referent: null };
}

export type PublicOfferDto = Awaited<ReturnType<typeof publicOffersOf>>[number];

/** Public offers whose row in the catalogue says the label of a term. */
export async function offersShowing(executor: Executor, termId: string): Promise<string[]> {
  const terms = await executor
    .select({ number: vocabularyTerm.number })
    .from(vocabularyTerm)
    .where(eq(vocabularyTerm.id, termId));
  const rows = await executor
    .select({ offerId: publicOffer.offerId })
    .from(publicOffer)
    .where(or(sql`false`, ...terms.map(({ number }) => hasAllOf([termFacet(number)]))));
  return rows.map(({ offerId }) => offerId);
}
