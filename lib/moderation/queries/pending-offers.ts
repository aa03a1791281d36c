import "server-only";
import { and, asc, count, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { offer, offerRevision } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { isUuid } from "@/lib/offer/queries/offer-form";
import { displayTitle } from "@/lib/offer/schema";
import { ownPreferences } from "@/lib/moderator/queries/moderators";
import { can, type Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import { labelsOf } from "@/lib/vocabulary/rules";
import type { QueueKind } from "../labels";
import type { QueueFilter } from "../schema";

const pageSize = 30;

export interface PendingOfferDto {
  id: string;
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  department: string;
  places: number;
  submittedAt: Date;
  kinds: QueueKind[];
}

export interface Queue {
  offers: PendingOfferDto[];
  /** How many match the filter. */
  total: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

// A structure's first offer: no other one of it was ever submitted, deleted ones included: the ARS knows the structure.
const isFirst = sql<boolean>`not exists (select 1 from offer other where other.structure_id = ${offer.structureId} and other.id <> ${offer.id} and other.current_revision_id is not null)`;
const submittedAt = offerRevision.submittedAt;

const conditionOf: Record<QueueKind, SQL> = {
  first: isFirst,
  unconfirmed: isNull(account.emailConfirmedAt),
  revision: isNotNull(offer.approvedRevisionId),
};

/** @param followed departments of the moderator who asks: what «Mes départements» stands for */
function matching({ q, departement, genre }: QueueFilter, followed: readonly string[]): SQL | undefined {
  const department = sql`${offerRevision.content}->'site'->>'department'`;
  const wanted = departement === "mes" ? followed : departement ? [departement] : [];
  const words = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(offer.validation, "pending"),
    isNull(offer.deletedAt),
    q ? or(ilike(structure.name, words), sql`${offerRevision.content}->>'title' ilike ${words}`) : undefined,
    wanted.length > 0 ? inArray(department, [...wanted]) : undefined,
    genre ? conditionOf[genre] : undefined,
  );
}

async function followedBy(viewer: Viewer, { departement }: QueueFilter): Promise<readonly string[]> {
  return departement === "mes" ? ((await ownPreferences(viewer))?.departments ?? []) : [];
}

/** The queue's rows with what its filters look at. */
function waiting<T extends Parameters<typeof db.select>[0]>(fields: T & {}) {
  return db
    .select(fields)
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .innerJoin(account, eq(account.id, offer.accountId));
}

/**
 * Offers that wait for a decision, oldest first. Nothing for anyone but a moderator.
 * @param after cursor of the page before; anything else is the first page
 */
export async function pendingOffers(viewer: Viewer, filter: QueueFilter, after = ""): Promise<Queue> {
  if (!can(viewer, "offer:moderate")) return { offers: [], total: 0, next: null };
  const followed = await followedBy(viewer, filter);
  const [rows, [counted]] = await Promise.all([
    waiting({ offer, structureName: structure.name, revision: offerRevision, confirmedAt: account.emailConfirmedAt, first: isFirst })
      .where(and(matching(filter, followed), await beyond(after)))
      .orderBy(asc(submittedAt), asc(offer.id))
      .limit(pageSize + 1),
    waiting({ total: count() }).where(matching(filter, followed)),
  ]);
  const shown = rows.slice(0, pageSize);
  const labels = await termLabels([...new Set(shown.flatMap((row) => row.revision.content.themeIds))]);
  return {
    total: counted?.total ?? 0,
    next: rows.length > pageSize ? (shown.at(-1)?.offer.id ?? null) : null,
    offers: shown.map(({ offer: row, structureName, revision, confirmedAt, first }) => ({
      id: row.id,
      reference: row.reference,
      title: displayTitle(revision.content.title, labelsOf(revision.content.themeIds, labels)),
      structureName,
      communeName: revision.content.site.communeName,
      department: revision.content.site.department,
      places: revision.content.places,
      submittedAt: revision.submittedAt,
      kinds: [first ? ["first" as const] : [], confirmedAt ? [] : ["unconfirmed" as const], row.approvedRevisionId ? ["revision" as const] : []].flat(),
    })),
  };
}

/** Where an offer stands in the order of the queue, even after it left it. */
async function placeOf(offerId: string): Promise<{ at: SQL; id: string } | null> {
  if (!isUuid(offerId)) return null;
  const [row] = await db.select({ at: sql<string>`${submittedAt}::text` }).from(offer).innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId)).where(eq(offer.id, offerId));
  // As text: a JavaScript date would lose the microseconds that tell two offers apart.
  return row ? { at: sql`${row.at}::timestamptz`, id: offerId } : null;
}

async function beyond(offerId: string): Promise<SQL | undefined> {
  const place = await placeOf(offerId);
  return place ? sql`(${submittedAt}, ${offer.id}) > (${place.at}, ${place.id})` : undefined;
}

/** The offer to look at after this one: the next of the filter, or the first that is left. Null when none is. */
export async function nextInQueue(viewer: Viewer, filter: QueueFilter, offerId: string): Promise<string | null> {
  if (!can(viewer, "offer:moderate")) return null;
  const followed = await followedBy(viewer, filter);
  const first = async (where: SQL | undefined) => (await waiting({ id: offer.id }).where(and(matching(filter, followed), where)).orderBy(asc(submittedAt), asc(offer.id)).limit(1))[0]?.id;
  return (await first(await beyond(offerId))) ?? (await first(undefined)) ?? null;
}

export interface QueuePlace {
  previousId: string | null;
  nextId: string | null;
  /** 1 for the oldest; 0 for an offer that is not in the queue. */
  position: number;
  total: number;
}

/** The neighbours of an offer among those of the filter. */
export async function placeInQueue(viewer: Viewer, filter: QueueFilter, offerId: string): Promise<QueuePlace> {
  const place = can(viewer, "offer:moderate") ? await placeOf(offerId) : null;
  if (!place) return { previousId: null, nextId: null, position: 0, total: 0 };
  const followed = await followedBy(viewer, filter);
  const before = and(matching(filter, followed), sql`(${submittedAt}, ${offer.id}) < (${place.at}, ${place.id})`);
  const behind = and(matching(filter, followed), sql`(${submittedAt}, ${offer.id}) > (${place.at}, ${place.id})`);
  const [[previous], [next], [ahead], [self], [all]] = await Promise.all([
    waiting({ id: offer.id }).where(before).orderBy(desc(submittedAt), desc(offer.id)).limit(1),
    waiting({ id: offer.id }).where(behind).orderBy(asc(submittedAt), asc(offer.id)).limit(1),
    waiting({ total: count() }).where(before),
    waiting({ total: count() }).where(and(matching(filter, followed), eq(offer.id, offerId))),
    waiting({ total: count() }).where(matching(filter, followed)),
  ]);
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null, position: self?.total ? (ahead?.total ?? 0) + 1 : 0, total: all?.total ?? 0 };
}
