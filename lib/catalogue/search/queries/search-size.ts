import "server-only";
import { and, sql, type SQL } from "drizzle-orm";
import { partCount, partFacet } from "@/lib/offer/projection/facets";
import { hasOneOf } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import {
  type CatalogueSet,
  exceptOf,
  matching,
  narrowsSearch,
  type ResolvedSearch,
  setsOf,
} from "./conditions";
import { facetsForSet, type SetCount } from "./counted-facets";
import { keptRows } from "./kept-rows";
import { isWalkedDearly } from "./order";

/** A catalogue this small is counted offer by offer: that is every region there is. */
const small = 20_000;
/** Offers a search may find in a larger one and still be told exactly, and sorted as a whole. */
const countedOneByOne = 1_500;
/**
 * Offers that are counted to tell of more: a choice that one in ten has is told within a seventh.
 */
const drawn = 500;
/** Parts of the catalogue that the sample holds (the index `public_offer_sample`). */
const sampleParts = 64;

/** Of so many offers one is in the sample. */
export const sampledOf = partCount / sampleParts;

/**
 * How much of the catalogue is looked at to count a set: so many parts of the sample, or all there
 * is.
 */
export type SampleSize = number | "all";

/**
 * How large what a search finds is, and how each set of offers that its page counts is looked at
 * (docs/decisions/0014-counts.md).
 */
export interface SearchSize {
  /** Offers in the catalogue, roughly. */
  size: number;
  /** Offers the search finds: roughly, or at most, unless they are counted. */
  found: number;
  isCounted: boolean;
  looks: ReadonlyMap<CatalogueSet, SampleSize>;
  /** Sets of which the sample has so few offers that they were counted with its size. */
  counted?: ReadonlyMap<CatalogueSet, readonly SetCount[]>;
}

const remembered = { rows: 0, until: 0 };

/**
 * Offers in the catalogue as PostgreSQL remembers them: what matters is their order of magnitude.
 */
async function catalogueSize(): Promise<number> {
  if (remembered.until > Date.now()) return remembered.rows;
  const [row] = await db.execute<{ rows: number }>(
    sql`select greatest(reltuples, 0)::int as rows from pg_class where oid = ${"public_offer"}::regclass`,
  );
  remembered.rows = row?.rows ?? 0;
  remembered.until = Date.now() + 10_000;
  return remembered.rows;
}

/**
 * Counts what a search finds; in a large catalogue, asks the sample how many offers that is and
 * would be without each of its narrowings.
 * @param sets that will be counted, the search itself among them
 */
export async function searchSizeOf(
  search: ResolvedSearch,
  sets: readonly CatalogueSet[] = setsOf(search),
): Promise<SearchSize> {
  const size = await catalogueSize();
  if (size <= small) {
    const looks = new Map(sets.map((set) => [set, "all" as const]));
    // All of them are sorted in any case: how many they are is told with the page.
    if (sets.length === 1 && isWalkedDearly(search))
      return { size, found: size, isCounted: false, looks };
    const found = await countFound(search, "all");
    // PostgreSQL does not know yet how many there are in a catalogue that was just written.
    return { size: Math.max(size, found), found, isCounted: true, looks };
  }
  const sampled = new Map(sets.map((set) => [set, size / sampledOf]));
  // A set that nothing narrows is the catalogue: its size is known.
  const narrow = sets.filter((set) => narrowsSearch(search, exceptOf(set, search)));
  const looked = await lookAt(search, narrow);
  for (const { set, facet, offers } of looked) if (facet === null) sampled.set(set, offers);
  const counted = new Map(
    narrow
      .filter((set) => set !== "" && (sampled.get(set) ?? 0) <= drawn)
      .map((set) => [set, looked.filter(isOfFacet).filter((row) => row.set === set)]),
  );
  const found = (sampled.get("") ?? 0) * sampledOf;
  return {
    size,
    found,
    isCounted: false,
    looks: new Map(
      sets.map((set) => [
        set,
        set === "" && isLittle({ found }) ? "all" : lookFor(sampled.get(set) ?? 0),
      ]),
    ),
    counted,
  };
}

/** Without a facet: how many offers of a set the sample has. */
type Look = Omit<SetCount, "facet"> & { facet: number | null };

function isOfFacet(look: Look): look is SetCount {
  return look.facet !== null;
}

/**
 * How many offers of each set are in the sample and, of those that are looked at whole, how many
 * have each facet that its page shows. Of the search itself that is told with its page, or drawn.
 */
function lookAt(search: ResolvedSearch, sets: readonly CatalogueSet[]): Promise<Look[]> {
  if (sets.length === 0) return Promise.resolve([]);
  const looks = sets.map((set) => {
    const seen = seenOfSet(search, set, sampleParts);
    const size = sql`select ${set}::text as set, null::int as facet, count(*)::int as offers`;
    if (set === "") return sql`${size} from (${seen}) looked`;
    return sql`(with looked as materialized (${seen}) ${size} from looked union all select ${set}::text, facet, count(*)::int from looked, lateral ${facetsForSet(search, set)} counted where (select count(*) from looked) <= ${sql.raw(String(drawn))} group by facet)`;
  });
  return keptRows(search.version, sql.join(looks, sql` union all `));
}

/** The rows of a set that a look takes in, with all that is counted of them. */
export function seenOfSet(search: ResolvedSearch, set: CatalogueSet, look: SampleSize): SQL {
  return sql`select facets, slots, published_at from ${publicOffer} where ${and(matching(search, exceptOf(set, search)), within(look))}`;
}

/** Whether a search finds so little that reading all of it is nothing. */
export function isLittle({ found }: Pick<SearchSize, "found">): boolean {
  return found <= countedOneByOne;
}

/** How many offers of a search a look takes in. */
export async function countFound(search: ResolvedSearch, look: SampleSize): Promise<number> {
  const [row] = await keptRows<{ found: number }>(
    search.version,
    sql`select count(*)::int as found from ${publicOffer} where ${and(within(look), matching(search))}`,
  );
  return row?.found ?? 0;
}

/** @param sampled offers of the set in the whole sample */
function lookFor(sampled: number): SampleSize {
  return Math.max(
    1,
    Math.min(sampleParts, Math.ceil((drawn * sampleParts) / Math.max(1, sampled))),
  );
}

// Written out: with a parameter in its place the planner could not tell that the sample's index has
// all the rows.
export const inSample = sql`${publicOffer.part} < ${sql.raw(String(sampleParts))}`;

/** The rows a look takes in; nothing to add when it is all of them. */
export function within(look: SampleSize): SQL | undefined {
  if (look === "all") return undefined;
  return look === sampleParts
    ? inSample
    : and(inSample, hasOneOf(Array.from({ length: look }, (_, part) => partFacet(part))));
}

/** How the search itself is looked at. */
export function sampleSizeOf({ looks }: SearchSize, set: CatalogueSet = ""): SampleSize {
  return looks.get(set) ?? looks.get("") ?? "all";
}
