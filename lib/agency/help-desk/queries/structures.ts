import "server-only";
import {
  and,
  asc,
  count,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  ne,
  not,
  notExists,
  type SQL,
  sql,
} from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { suspendsStructure } from "@/db/suspended";
import { referencesIn } from "@/lib/offer/content/reference";
import { offer } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { foldedLike, holdsWords } from "@/lib/platform/database/holds-words";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { isUuid } from "@/lib/platform/values/id";
import type { StructureCardDto, StructureFilter, StructureState } from "../schema";
import { accountsNamed } from "./accounts";

const pageSize = 30;

export interface StructurePage {
  structures: StructureCardDto[];
  /** How many match the filter. */
  total: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

const isSuspended = () =>
  exists(db.select({ id: suspension.id }).from(suspension).where(suspendsStructure));

/** A structure as the ARS speaks of it. Where it is used, `structure` is read. */
export const stateOfStructure = () =>
  sql<StructureState>`case when ${structure.state} = 'closed' then 'closed' when ${isSuspended()} then 'suspended' else 'active' end`;

const inState: Record<StructureState, () => SQL | undefined> = {
  active: () => and(eq(structure.state, "active"), not(isSuspended())),
  suspended: () => and(eq(structure.state, "active"), isSuspended()),
  closed: () => eq(structure.state, "closed"),
};

/** Exported for the test that reads its plan. */
function matching({ q, departement, type, etat, publication }: StructureFilter): SQL | undefined {
  const published = db
    .select({ one: sql`1` })
    .from(offer)
    .where(and(eq(offer.structureId, structure.id), isNotNull(offer.publishedAt)));
  return and(
    isNull(structure.mergedIntoId),
    q.trim() === "" ? undefined : inArray(structure.id, meantBy(q)),
    departement ? eq(structure.department, departement) : undefined,
    type ? eq(structure.typeId, type) : undefined,
    etat ? inState[etat]() : undefined,
    publication ? notExists(published) : undefined,
  );
}

/** By its name and commune, by one of its people, or by the reference of one of its offers. */
function meantBy(words: string) {
  const own = db
    .select({ id: structure.id })
    .from(structure)
    .where(
      holdsWords(words, (pattern) => [
        foldedLike(sql`${structure.name} || ' ' || ${structure.communeName}`, pattern),
      ]),
    );
  const ofPeople = db
    .select({ id: sql<string>`${account.structureId}` })
    .from(account)
    .where(and(isNotNull(account.structureId), accountsNamed(words)));
  const references = referencesIn(words);
  const ofOffers = db
    .select({ id: offer.structureId })
    .from(offer)
    .where(references.length > 0 ? inArray(offer.reference, references) : sql`false`);
  return union(own, ofPeople, ofOffers);
}

const inOrder = sql`${structure.name} collate "und-x-icu"`;

/**
 * The structures of the region by name. Nothing for anyone but a moderator.
 * @param after cursor of the page before; anything else is the first page
 */
export async function structurePage(
  viewer: Viewer,
  filter: StructureFilter,
  after = "",
): Promise<StructurePage> {
  if (!can(viewer, "structure:oversee")) return { structures: [], total: 0, next: null };
  const [rows, [counted]] = await Promise.all([
    listStructures(filter, await beyond(after)),
    db.select({ total: count() }).from(structure).where(matching(filter)),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    structures: shown,
    total: counted?.total ?? 0,
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

/**
 * The rows of a page and one more, or as many as `limit` says; the numbers are counted for these
 * only.
 */
export function listStructures(
  filter: StructureFilter,
  place: SQL | undefined,
  limit = pageSize + 1,
) {
  const own = eq(offer.structureId, structure.id);
  return db
    .select({
      id: structure.id,
      name: structure.name,
      communeName: structure.communeName,
      department: structure.department,
      type: vocabularyTerm.label,
      state: stateOfStructure(),
      createdAt: structure.createdAt,
      accounts: sql<number>`(${db
        .select({ n: sql`count(*)::int` })
        .from(account)
        .where(and(eq(account.structureId, structure.id), ne(account.state, "closed")))})`,
      offers: sql<number>`(${db
        .select({ n: sql`count(*)::int` })
        .from(offer)
        .where(and(own, isNotNull(offer.currentRevisionId), isNull(offer.deletedAt)))})`,
      publicOffers: sql<number>`(${db
        .select({ n: sql`count(*)::int` })
        .from(publicOffer)
        .innerJoin(offer, eq(offer.id, publicOffer.offerId))
        .where(own)})`,
    })
    .from(structure)
    .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structure.typeId))
    .where(and(matching(filter), place))
    .orderBy(asc(inOrder), asc(structure.id))
    .limit(limit);
}

/** The same list whole, a page at a time; nothing for anyone but a moderator. */
export async function* structurePages(
  viewer: Viewer,
  filter: StructureFilter,
): AsyncGenerator<StructureCardDto[]> {
  if (can(viewer, "structure:oversee"))
    yield* pagesByKey(async (after) => listStructures(filter, await beyond(after), exportPage));
}

async function beyond(id: string): Promise<SQL | undefined> {
  if (!isUuid(id)) return undefined;
  const [last] = await db
    .select({ name: structure.name })
    .from(structure)
    .where(eq(structure.id, id));
  return last
    ? sql`(${inOrder}, ${structure.id}) > (${last.name}::text collate "und-x-icu", ${id}::uuid)`
    : undefined;
}
