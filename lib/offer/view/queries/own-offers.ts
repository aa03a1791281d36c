import "server-only";
import { and, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { offerMessage } from "@/db/schema/contact";
import { renewal } from "@/db/schema/offer";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { availabilityOf, listOf, textOf } from "@/lib/offer/content/draft-reading";
import { displayTitle, type OfferContent } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { readerOf, visibilitiesOf } from "@/lib/offer/lifecycle/queries/visibilities";
import {
  availableCommands,
  type OfferCommand,
  type Publication,
  type Validation,
} from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { purgedFrom } from "@/lib/offer/lifecycle/trash";
import {
  type Visibility,
  visibilityWords,
  waitsForAddressWords,
} from "@/lib/offer/lifecycle/visibility";
import { type RenewalAnswer, renewalTarget } from "@/lib/offer/renewal/rules";
import type { SuspensionInForceDto } from "@/lib/offer/suspended/queries";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";

/** The orders of «Mes offres»; the first is the tutorial's. */
export const offerSorts = ["publication", "modification", "titre", "places"] as const;
export type OfferSort = (typeof offerSorts)[number];

/** The tabs of «Mes offres». */
export const offerViews = ["live", "archived", "deleted"] as const;
export type OfferView = (typeof offerViews)[number];

/** The offers of a tab. */
export const within: Record<OfferView, SQL | undefined> = {
  live: and(isNull(offer.deletedAt), isNull(offer.archivedAt)),
  archived: and(isNull(offer.deletedAt), isNotNull(offer.archivedAt)),
  deleted: isNotNull(offer.deletedAt),
};

export interface OwnOfferDto {
  id: string;
  reference: string;
  title: string;
  places: number | null;
  validation: Validation;
  publication: Publication;
  hasApproved: boolean;
  /** Something typed has not been submitted yet. */
  hasDraft: boolean;
  /** Its submission leaves with the confirmation of the address. */
  waitsForAddress: boolean;
  campaign: number;
  updatedAt: Date;
  publishedAt: Date | null;
  availability: string[];
  /** The moderator's words on the last decision, if any. */
  reason: string;
  commands: OfferCommand[];
  /** What the public sees of it. */
  visibility: Visibility;
  pausedUntil: Date | null;
  elapsed: boolean;
  /** The same in words, for the viewer. */
  visibilityWords: string;
  /** Why the ARS holds it back, if it does. */
  hold: SuspensionInForceDto | null;
  archivedAt: Date | null;
  deletedAt: Date | null;
  /** When the bin is emptied of it; null for an offer that is not in it. */
  purgedAt: Date | null;
  /** What was said to the question of the next campaign. */
  renewalAnswer: RenewalAnswer | null;
  /** The campaign it can be renewed for; null once it was, or when there is nothing to renew. */
  renewableFor: number | null;
  /** Messages that visitors wrote about it within a year: they are forgotten then. */
  requests: number;
}

const orders = {
  publication: sql`${offer.publishedAt} desc nulls last`,
  modification: desc(offer.updatedAt),
  titre: sql`coalesce(${offerRevision.content}->>'title', ${offer.draft}->'values'->>'title', '') collate "und-x-icu"`,
  places: sql`coalesce((${offerRevision.content}->>'places')::int, 0) desc`,
} as const;

/** Offers on one page of «Mes offres». */
const pageSize = 100;

/**
 * A page of the offers of the viewer's structure in one of the tabs.
 * @param after cursor of the page before; anything else is the first page
 */
export async function ownOfferPage(
  viewer: Viewer,
  sort: OfferSort,
  view: OfferView,
  after = "",
): Promise<{ offers: OwnOfferDto[]; next: string | null }> {
  const offers = await offersBehind(viewer, sort, view, after, pageSize + 1);
  const shown = offers.slice(0, pageSize);
  return { offers: shown, next: offers.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** Those of some offers that are of the viewer's structure, in no order; wherever they stand. */
export async function ownOffersOf(viewer: Viewer, ids: readonly string[]): Promise<OwnOfferDto[]> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:read", viewer) || ids.length === 0)
    return [];
  const rows = await db
    .select({ offer, content: offerRevision.content, reason: offerRevision.reason })
    .from(offer)
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(and(inArray(offer.id, ids.filter(isUuid)), eq(offer.structureId, viewer.structureId)));
  return asRead(viewer, rows);
}

async function offersBehind(
  viewer: Viewer,
  sort: OfferSort,
  view: OfferView,
  after: string,
  limit: number,
): Promise<OwnOfferDto[]> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:read", viewer)) return [];
  // Orders differ in their directions and in where nothing stands: a place is behind another in
  // each.
  const placed = db.$with("placed").as(
    db
      .select({
        id: offer.id,
        place:
          sql<number>`row_number() over (order by ${orders[sort]}, ${offer.updatedAt} desc, ${offer.id})`.as(
            "place",
          ),
      })
      .from(offer)
      .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .where(and(eq(offer.structureId, viewer.structureId), within[view])),
  );
  const rows = await db
    .with(placed)
    .select({ offer, content: offerRevision.content, reason: offerRevision.reason })
    .from(placed)
    .innerJoin(offer, eq(offer.id, placed.id))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(
      isUuid(after)
        ? sql`${placed.place} > coalesce((select place from placed where id = ${after}), 0)`
        : undefined,
    )
    .orderBy(placed.place)
    .limit(limit);
  return asRead(viewer, rows);
}

interface Row {
  offer: typeof offer.$inferSelect;
  content: OfferContent | null;
  reason: string | null;
}

async function asRead(
  viewer: Extract<Viewer, { kind: "offeror" }>,
  rows: readonly Row[],
): Promise<OwnOfferDto[]> {
  const ids = rows.map((row) => row.offer.id);
  const themeIds = rows.flatMap(
    (row) => row.content?.themeIds ?? listOf(row.offer.draft?.values.themeIds),
  );
  const [labels, answers, requests, standings] = await Promise.all([
    termLabels(themeIds),
    answersOf(ids),
    requestsOf(ids),
    visibilitiesOf(inArray(offer.id, ids)),
  ]);
  const at = now();
  const mayEdit = can(viewer, "offer:edit", viewer);
  return rows.flatMap(({ offer: row, content, reason }) => {
    const standing = standings.get(row.id);
    // Deleted for good since the list was read.
    if (!standing) return [];
    const reader = readerOf(viewer, standing);
    const values = row.draft?.values ?? {};
    const themes = labelsOf(content?.themeIds ?? listOf(values.themeIds), labels);
    const state = stateOf(row);
    const target = renewalTarget(row.campaign, at);
    const answer = answers.get(`${row.id} ${target}`) ?? null;
    return {
      id: row.id,
      reference: row.reference,
      title: displayTitle(content?.title ?? textOf(values.title), themes),
      places: content?.places ?? (Number(values.places) || null),
      validation: row.validation,
      publication: row.publication,
      hasApproved: state.hasApproved,
      hasDraft: row.draft !== null,
      waitsForAddress: row.submissionAskedAt !== null,
      campaign: row.campaign,
      updatedAt: row.updatedAt,
      publishedAt: row.publication === "published" ? row.publishedAt : null,
      availability: availabilityWords(content?.availability ?? availabilityOf(values)),
      reason: reason ?? "",
      commands: mayEdit ? availableCommands(state, "offeror") : [],
      visibility: standing.visibility,
      pausedUntil: row.pausedUntil,
      elapsed: standing.elapsed,
      visibilityWords: row.submissionAskedAt
        ? waitsForAddressWords(reader)
        : visibilityWords(standing, reader),
      hold: standing.hold,
      archivedAt: row.archivedAt,
      deletedAt: row.deletedAt,
      purgedAt: row.deletedAt && purgedFrom(row.deletedAt),
      renewalAnswer: answer,
      renewableFor:
        mayEdit && state.hasApproved && !row.deletedAt && answer !== "yes" ? target : null,
      requests: requests.get(row.id) ?? 0,
    };
  });
}

/** How many messages each offer was written. */
async function requestsOf(offerIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ offerId: offerMessage.offerId, requests: count() })
    .from(offerMessage)
    .where(inArray(offerMessage.offerId, offerIds))
    .groupBy(offerMessage.offerId);
  return new Map(rows.map(({ offerId, requests }) => [offerId, requests]));
}

/**
 * Answers about renewal, by offer and campaign. «Oui» counts as long as the draft it made is there.
 */
async function answersOf(offerIds: string[]): Promise<Map<string, RenewalAnswer | null>> {
  const renewed = alias(offer, "renewed");
  const rows = await db
    .select({
      offerId: renewal.offerId,
      campaign: renewal.campaign,
      answer: renewal.answer,
      renewedId: renewed.id,
      renewedDeletedAt: renewed.deletedAt,
    })
    .from(renewal)
    .leftJoin(renewed, eq(renewed.id, renewal.renewedOfferId))
    .where(inArray(renewal.offerId, offerIds));
  return new Map(
    rows.map((row) => [
      `${row.offerId} ${row.campaign}`,
      row.answer === "yes" && (!row.renewedId || row.renewedDeletedAt) ? null : row.answer,
    ]),
  );
}

/**
 * The campaign an offer of the viewer's can be renewed for; null once it was, or when there is
 * nothing to renew.
 */
export async function renewableCampaign(viewer: Viewer, offerId: string): Promise<number | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:edit", viewer) || !isUuid(offerId))
    return null;
  const [row] = await db
    .select({ campaign: offer.campaign, approvedRevisionId: offer.approvedRevisionId })
    .from(offer)
    .where(
      and(
        eq(offer.id, offerId),
        eq(offer.structureId, viewer.structureId),
        isNull(offer.deletedAt),
      ),
    );
  if (!row?.approvedRevisionId) return null;
  const target = renewalTarget(row.campaign, now());
  return (await answersOf([offerId])).get(`${offerId} ${target}`) === "yes" ? null : target;
}

/** How many offers stand behind each tab. */
export async function offerCounts(viewer: Viewer): Promise<Record<OfferView, number>> {
  const counts = { live: 0, archived: 0, deleted: 0 };
  if (viewer.kind !== "offeror" || !can(viewer, "offer:read", viewer)) return counts;
  const standing = sql<OfferView>`case when ${offer.deletedAt} is not null then 'deleted' when ${offer.archivedAt} is not null then 'archived' else 'live' end`;
  const rows = await db
    .select({ view: standing.as("view"), total: count() })
    .from(offer)
    .where(eq(offer.structureId, viewer.structureId))
    .groupBy(sql`view`);
  for (const { view, total } of rows) counts[view] = total;
  return counts;
}
