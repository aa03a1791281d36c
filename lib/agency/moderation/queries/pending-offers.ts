import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { offerClaim } from "@/db/schema/moderation";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { ownPreferences } from "@/lib/agency/preferences/queries/preferences";
import { referencesIn } from "@/lib/offer/content/reference";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { foldedLike, holdsWords } from "@/lib/platform/database/holds-words";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";
import type { QueueKind } from "../labels";
import { bulkLimit, type PendingOfferDto, type QueueFilter } from "../schema";
import { factsOfOffer } from "./offer-conditions";
import { isWatchedNow } from "./watched";

const pageSize = bulkLimit;

type Moderator = Extract<Viewer, { kind: "moderator" }>;

export interface Queue {
  offers: PendingOfferDto[];
  /** How many match the filter. */
  total: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

function moderatorOf(viewer: Viewer): Moderator | null {
  return viewer.kind === "moderator" && can(viewer, "offer:moderate") ? viewer : null;
}

// A structure's first offer: no other one of it was ever submitted, deleted ones included: the ARS
// knows the structure. With its offset each row asks the index; without, Postgres reads every offer
// there is for the few that wait.
const isFirst = sql<boolean>`not exists (select 1 from offer other where other.structure_id = ${offer.structureId} and other.id <> ${offer.id} and other.current_revision_id is not null offset 0)`;
const all = sql<number>`count(*)`.mapWith(Number);
const watcher = alias(account, "watcher");

const conditionOf: Record<QueueKind, SQL> = {
  first: isFirst,
  unconfirmed: isNull(account.emailConfirmedAt),
  revision: isNotNull(offer.approvedRevisionId),
};

/** What the index `offer_pending` holds: said in its own words, so that it is used. */
const isPending = sql`${offer.validation} = 'pending' and ${offer.deletedAt} is null`;

async function matching(
  viewer: Moderator,
  { q, departement, genre, suivi }: QueueFilter,
): Promise<SQL | undefined> {
  const wanted =
    departement === "mes"
      ? ((await ownPreferences(viewer))?.departments ?? [])
      : departement
        ? [departement]
        : [];
  const references = referencesIn(q);
  return and(
    isPending,
    or(
      holdsWords(q, (pattern) => [
        foldedLike(sql`${revisionFacts.title}`, pattern),
        foldedLike(sql`${structure.name} || ' ' || ${structure.communeName}`, pattern),
      ]),
      references.length > 0 ? inArray(offer.reference, references) : undefined,
    ),
    wanted.length > 0 ? inArray(revisionFacts.department, [...wanted]) : undefined,
    genre ? conditionOf[genre] : undefined,
    suivi === "mine" ? eq(offerClaim.accountId, viewer.accountId) : undefined,
    suivi === "free" ? isNull(offerClaim.offerId) : undefined,
  );
}

/** The queue's rows with what its filters look at. */
function waiting<T extends Parameters<typeof db.select>[0]>(fields: T & {}) {
  return db
    .select(fields)
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(revisionFacts, factsOfOffer)
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .innerJoin(account, eq(account.id, offer.accountId))
    .leftJoin(offerClaim, isWatched());
}

function isWatched(): SQL | undefined {
  return and(eq(offerClaim.offerId, offer.id), isWatchedNow());
}

/**
 * Counts among the queue's rows, joined to no more than the filter looks at: a count reads them
 * all.
 */
async function counted<T extends Record<string, SQL<number>>>(
  fields: T,
  filter: QueueFilter,
  where: SQL | undefined,
): Promise<Record<keyof T, number> | undefined> {
  const query = db.select(fields).from(offer).$dynamic();
  if (filter.q || filter.departement) query.innerJoin(revisionFacts, factsOfOffer);
  if (filter.q) query.innerJoin(structure, eq(structure.id, offer.structureId));
  if (filter.genre === "unconfirmed") query.innerJoin(account, eq(account.id, offer.accountId));
  if (filter.suivi) query.leftJoin(offerClaim, isWatched());
  const rows = (await query.where(where)) as Record<keyof T, number>[];
  return rows[0];
}

function waitingInFull() {
  return waiting({
    offer,
    structureName: structure.name,
    revision: offerRevision,
    confirmedAt: account.emailConfirmedAt,
    first: isFirst,
    claimedBy: offerClaim.accountId,
    watcherFirstName: watcher.firstName,
    watcherLastName: watcher.lastName,
  }).leftJoin(watcher, eq(watcher.id, offerClaim.accountId));
}

/**
 * Offers that wait for a decision, oldest first. Nothing for anyone but a moderator.
 * @param after cursor of the page before; anything else is the first page
 */
export async function pendingOffers(
  viewer: Viewer,
  filter: QueueFilter,
  after = "",
): Promise<Queue> {
  const moderator = moderatorOf(viewer);
  if (!moderator) return { offers: [], total: 0, next: null };
  const among = await matching(moderator, filter);
  const [rows, count] = await Promise.all([
    rowsBehind(among, after, pageSize + 1),
    counted({ total: all }, filter, among),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    total: count?.total ?? 0,
    next: rows.length > pageSize ? (shown.at(-1)?.offer.id ?? null) : null,
    offers: await dtos(moderator, shown),
  };
}

async function rowsBehind(among: SQL | undefined, after: string, limit: number) {
  return waitingInFull()
    .where(and(among, await beyond(after)))
    .orderBy(asc(offer.submittedAt), asc(offer.id))
    .limit(limit);
}

/** The same list whole, a page at a time; nothing for anyone but a moderator. */
export async function* pendingOffersPages(
  viewer: Viewer,
  filter: QueueFilter,
): AsyncGenerator<PendingOfferDto[]> {
  const moderator = moderatorOf(viewer);
  if (!moderator) return;
  const among = await matching(moderator, filter);
  yield* pagesByKey(async (after) => dtos(moderator, await rowsBehind(among, after, exportPage)));
}

/**
 * Those of these offers that still wait, oldest first: what one decision on several of them would
 * be about.
 */
export async function pickedOffers(
  viewer: Viewer,
  ids: readonly string[],
): Promise<PendingOfferDto[]> {
  const moderator = moderatorOf(viewer);
  const known = ids.filter(isUuid).slice(0, bulkLimit);
  if (!moderator || known.length === 0) return [];
  const rows = await waitingInFull()
    .where(and(isPending, inArray(offer.id, known)))
    .orderBy(asc(offer.submittedAt), asc(offer.id));
  return dtos(moderator, rows);
}

async function dtos(
  viewer: Moderator,
  rows: Awaited<ReturnType<typeof waitingInFull>>,
): Promise<PendingOfferDto[]> {
  const labels = await termLabels([
    ...new Set(rows.flatMap((row) => row.revision.content.themeIds)),
  ]);
  return rows.map(
    ({
      offer: row,
      structureName,
      revision,
      confirmedAt,
      first,
      claimedBy: watchedBy,
      watcherFirstName,
      watcherLastName,
    }) => ({
      id: row.id,
      revisionId: revision.id,
      reference: row.reference,
      title: displayTitle(revision.content.title, labelsOf(revision.content.themeIds, labels)),
      structureName,
      communeName: revision.content.site.communeName,
      department: revision.content.site.department,
      places: revision.content.places,
      submittedAt: revision.submittedAt,
      kinds: [
        first ? ["first" as const] : [],
        confirmedAt ? [] : ["unconfirmed" as const],
        row.approvedRevisionId ? ["revision" as const] : [],
      ].flat(),
      watch: watchedBy
        ? {
            by: `${watcherFirstName ?? ""} ${watcherLastName ?? ""}`.trim(),
            mine: watchedBy === viewer.accountId,
          }
        : null,
    }),
  );
}

/** Where an offer stands in the order of the queue, even after it left it. */
async function placeOf(offerId: string): Promise<{ at: SQL; id: string } | null> {
  if (!isUuid(offerId)) return null;
  const [row] = await db
    .select({ at: sql<string | null>`${offer.submittedAt}::text` })
    .from(offer)
    .where(eq(offer.id, offerId));
  // As text: a JavaScript date would lose the microseconds that tell two offers apart.
  return row?.at ? { at: sql`${row.at}::timestamptz`, id: offerId } : null;
}

async function beyond(offerId: string): Promise<SQL | undefined> {
  const place = await placeOf(offerId);
  return place ? sql`(${offer.submittedAt}, ${offer.id}) > (${place.at}, ${place.id})` : undefined;
}

/**
 * The offer to look at after this one: the next of the filter, or the first that is left, past
 * those that others look at as long as there are more. Null when none is left.
 */
export async function nextInQueue(
  viewer: Viewer,
  filter: QueueFilter,
  offerId: string,
): Promise<string | null> {
  const moderator = moderatorOf(viewer);
  if (!moderator) return null;
  const among = await matching(moderator, filter);
  const first = async (...where: (SQL | undefined)[]) =>
    (
      await waiting({ id: offer.id })
        .where(and(among, ...where))
        .orderBy(asc(offer.submittedAt), asc(offer.id))
        .limit(1)
    )[0]?.id;
  const notOthers = or(isNull(offerClaim.offerId), eq(offerClaim.accountId, moderator.accountId));
  const behind = await beyond(offerId);
  return (await first(behind, notOthers)) ?? (await first(notOthers)) ?? (await first()) ?? null;
}

export interface QueuePlace {
  previousId: string | null;
  nextId: string | null;
  /** 1 for the oldest; 0 for an offer that is not in the queue. */
  position: number;
  total: number;
}

/** The neighbours of an offer among those of the filter. */
export async function placeInQueue(
  viewer: Viewer,
  filter: QueueFilter,
  offerId: string,
): Promise<QueuePlace> {
  const moderator = moderatorOf(viewer);
  const place = moderator ? await placeOf(offerId) : null;
  if (!moderator || !place) return { previousId: null, nextId: null, position: 0, total: 0 };
  const among = await matching(moderator, filter);
  const order = sql`(${offer.submittedAt}, ${offer.id})`;
  const [[previous], [next], count] = await Promise.all([
    waiting({ id: offer.id })
      .where(and(among, sql`${order} < (${place.at}, ${place.id})`))
      .orderBy(desc(offer.submittedAt), desc(offer.id))
      .limit(1),
    waiting({ id: offer.id })
      .where(and(among, sql`${order} > (${place.at}, ${place.id})`))
      .orderBy(asc(offer.submittedAt), asc(offer.id))
      .limit(1),
    counted(
      {
        total: all,
        ahead: sql<number>`count(*) filter (where ${order} < (${place.at}, ${place.id}))`.mapWith(
          Number,
        ),
        self: sql<number>`count(*) filter (where ${offer.id} = ${offerId})`.mapWith(Number),
      },
      filter,
      among,
    ),
  ]);
  return {
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
    position: count?.self ? count.ahead + 1 : 0,
    total: count?.total ?? 0,
  };
}
