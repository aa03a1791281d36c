import "server-only";
import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import {
  type HalfDay,
  halfDays,
  isMonth,
  type Month,
  months,
  slotNumber,
  slotOf,
} from "@/lib/offer/availability/availability";
import { referencesIn } from "@/lib/offer/content/reference";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { foldedLike, holdsWords } from "@/lib/platform/database/holds-words";
import { dayAfter, startOfDay } from "@/lib/platform/values/calendar-day";
import {
  hoursOf,
  type OfferFilter,
  type OfferPublicationFilter,
  type OfferStateFilter,
} from "../offer-filter";

/**
 * Brings what {@link matchingOffers} looks at. A left join on a key: where no criterion needs it,
 * Postgres leaves it out.
 */
export const factsOfOffer = eq(revisionFacts.revisionId, offer.currentRevisionId);

/**
 * The offers that a filter means, on `offer` joined to `revision_facts` by {@link factsOfOffer}.
 * Lists and figures share it, so that a number and the list behind it agree. Never a draft that was
 * not submitted, nor what is deleted.
 */
export function matchingOffers(filter: Partial<OfferFilter>): SQL | undefined {
  const { campagne, etat, publication, departement, theme, structure: structureId, delai } = filter;
  return and(
    isNotNull(offer.currentRevisionId),
    isNull(offer.deletedAt),
    campagne ? eq(offer.campaign, Number(campagne)) : undefined,
    etat ? inState(etat) : undefined,
    publication ? ofPublication(publication) : undefined,
    structureId ? eq(offer.structureId, structureId) : undefined,
    departement ? eq(revisionFacts.department, departement) : undefined,
    theme ? arrayContains(revisionFacts.themeIds, [theme]) : undefined,
    filter.public ? arrayContains(revisionFacts.audienceIds, [filter.public]) : undefined,
    open(filter.mois ?? "", filter.creneau ?? ""),
    filter.q
      ? named(filter.q, Boolean(campagne || structureId || departement || theme || filter.public))
      : undefined,
    firstSubmitted(filter.soumisdu ?? "", filter.soumisau ?? ""),
    firstApproved(filter.validedu ?? "", filter.valideau ?? ""),
    delai ? decidedWithin(delai) : undefined,
  );
}

function inState(state: OfferStateFilter): SQL {
  return state === "notRefused" ? ne(offer.validation, "refused") : eq(offer.validation, state);
}

function ofPublication(publication: OfferPublicationFilter): SQL {
  switch (publication) {
    case "visible":
      return inArray(offer.id, db.select({ id: publicOffer.offerId }).from(publicOffer));
    case "paused":
      return isNotNull(offer.pausedUntil);
    case "archived":
      return isNotNull(offer.archivedAt);
    case "ever":
      return isNotNull(offer.publishedAt);
    case "published":
    case "onApproval":
    case "unpublished":
      return eq(offer.publication, publication);
  }
}

/** Open in the month, on the half-day, or on that half-day of that month. */
function open(month: string, halfDay: "" | HalfDay): SQL | undefined {
  if (!month && !halfDay) return undefined;
  const inMonths: readonly Month[] = isMonth(Number(month)) ? [Number(month) as Month] : months;
  const slots = inMonths.flatMap((inMonth) =>
    (halfDay ? [halfDay] : halfDays).map((half) => slotNumber(slotOf(inMonth, half))),
  );
  return arrayOverlaps(revisionFacts.slots, slots);
}

/**
 * Every word of the title, of the structure's name, of the commune, or a reference.
 * @param narrowed whether other criteria leave few offers: their titles are read one by one, else
 * all titles by themselves
 */
function named(words: string, narrowed: boolean): SQL | undefined {
  const references = referencesIn(words);
  return or(
    holdsWords(words, (pattern) => [
      narrowed
        ? titled(pattern)
        : inArray(
            offer.currentRevisionId,
            db.select({ id: revisionFacts.revisionId }).from(revisionFacts).where(titled(pattern)),
          ),
      inArray(
        offer.structureId,
        db
          .select({ id: structure.id })
          .from(structure)
          .where(foldedLike(sql`${structure.name} || ' ' || ${structure.communeName}`, pattern)),
      ),
      // Where a published one takes place, which is not always where its structure is.
      inArray(
        offer.id,
        db
          .select({ id: publicOffer.offerId })
          .from(publicOffer)
          .where(foldedLike(sql`${publicOffer.communeName}`, pattern)),
      ),
    ]),
    references.length > 0 ? inArray(offer.reference, references) : undefined,
  );
}

function titled(pattern: string): SQL {
  return foldedLike(sql`${revisionFacts.title}`, pattern);
}

/** Days of Paris, the last one included; an empty day is no limit. */
function within(instant: SQL, from: string, until: string): SQL | undefined {
  if (!from && !until) return undefined;
  const start = (day: string) => sql`${startOfDay(day).toISOString()}::timestamptz`;
  return and(
    from ? gte(instant, start(from)) : undefined,
    until ? lt(instant, start(dayAfter(until, 1))) : undefined,
  );
}

function firstSubmitted(from: string, until: string): SQL | undefined {
  const at = within(sql`${offerRevision.submittedAt}`, from, until);
  return (
    at &&
    inArray(
      offer.id,
      db
        .select({ id: offerRevision.offerId })
        .from(offerRevision)
        .where(and(eq(offerRevision.number, 1), at)),
    )
  );
}

/**
 * What a moderator decided, as an offer's history has it: a minor edit is approved by the rules,
 * not by anyone.
 */
export const decidedByTheAgency = and(
  isNotNull(offerRevision.decidedAt),
  eq(offerRevision.minor, false),
);

const approvedByTheAgency = and(decidedByTheAgency, eq(offerRevision.decision, "approved"));

/** Approved in these days, and not before them. */
function firstApproved(from: string, until: string): SQL | undefined {
  const at = within(sql`${offerRevision.decidedAt}`, from, until);
  if (!at) return undefined;
  const approved = db
    .select({ id: offerRevision.offerId })
    .from(offerRevision)
    .where(and(approvedByTheAgency, at));
  // Asked of each offer that is left: all that was approved before would be most of the table.
  const before = from
    ? db
        .select({ one: sql`1` })
        .from(offerRevision)
        .where(
          and(
            eq(offerRevision.offerId, offer.id),
            approvedByTheAgency,
            lt(offerRevision.decidedAt, startOfDay(from)),
          ),
        )
    : undefined;
  return and(inArray(offer.id, approved), before ? notExists(before) : undefined);
}

function decidedWithin(range: string): SQL | undefined {
  const hours = hoursOf(range);
  if (!hours) return undefined;
  const took = sql`${offerRevision.decidedAt} - ${offerRevision.submittedAt}`;
  const atLeast = gte(took, sql`make_interval(hours => ${hours.from}::int)`);
  const less =
    hours.until === null ? undefined : lt(took, sql`make_interval(hours => ${hours.until}::int)`);
  return inArray(
    offer.id,
    db
      .select({ id: offerRevision.offerId })
      .from(offerRevision)
      .where(and(decidedByTheAgency, atLeast, less)),
  );
}
