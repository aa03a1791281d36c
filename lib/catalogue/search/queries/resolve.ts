import "server-only";
import { LRUCache } from "lru-cache";
import { publicReference } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import {
  type CommunePlace,
  communesAround,
  communesPlaced,
} from "@/lib/reference/commune/queries/communes";
import { gazetteer } from "@/lib/reference/commune/queries/gazetteer";
import { type Place, understandPlace } from "@/lib/reference/commune/understand-place";
import {
  type NumberedTerm,
  numberedTerms,
  synonymGroups,
} from "@/lib/reference/vocabulary/queries";
import { type Dictionary, dictionaryOf } from "../dictionary";
import { type CatalogueFilter, withPlace } from "../filter";
import { momentOf } from "../moment";
import { readSearch, type WordsRead } from "../reading";
import { regionPlaces } from "../reading-where";
import { saidQueryOf, type SearchTerm, searchTerms, tsQueryOf, typedQueryOf } from "../text";
import type { ResolvedSearch } from "./conditions";
import { catalogueVersion } from "./version";
import { meantWords } from "./words";

export interface Understood {
  /** As it was typed and chosen. */
  asked: CatalogueFilter;
  search: ResolvedSearch;
  /** Its words, without those that were read as a filter. */
  words: readonly SearchTerm[];
  /** What was typed as words and is a filter of the search. */
  read: readonly WordsRead[];
  /** Words that no offer has, and what was searched for beside them. */
  meant: ReadonlyMap<string, readonly string[]>;
  /**
   * Communes of the same name or postcode, the chosen one first; empty when none is asked for or
   * none is known.
   */
  namesakes: readonly CommunePlace[];
  /** Why the place that was typed is none, and what may be meant; null where it is one. */
  unknownPlace: Extract<Place, { kind: "nothing" }> | null;
  /** Every term of the lists, in the ARS's order. */
  terms: readonly NumberedTerm[];
  /** Their words, and the agency's synonyms. */
  dictionary: Dictionary;
}

interface Lists extends Pick<Understood, "terms" | "dictionary"> {
  /** Of the catalogue, lists included (`catalogueVersion`). */
  version: string;
}

// As values, which nobody changes: thousands of synonyms would be parsed anew by each search.
const lists = new LRUCache<string, Lists>({
  max: 2,
  ignoreFetchAbort: true,
  fetchMethod: async (version) => {
    const terms = await numberedTerms();
    const labels = terms.map(({ label }) => label);
    return { version, terms, dictionary: dictionaryOf(await synonymGroups(), labels) };
  },
});

/** The lists as they are, read once for each version of the catalogue. Public. */
export async function currentLists(): Promise<Lists> {
  // First: what is kept under it, here and by those who ask, must not be older.
  return lists.forceFetch(await catalogueVersion());
}

/** Whether a search asks for a place that nobody knows: it finds nothing. */
export function isPlaceUnknown({ search }: Pick<Understood, "search">): boolean {
  return search.filter.lieu !== "" && search.place === null;
}

/** What was typed as a place, with where its communes lie. */
async function placeOf(typed: string): Promise<{ place: Place | null; namesakes: CommunePlace[] }> {
  if (typed === "") return { place: null, namesakes: [] };
  const place = understandPlace(typed, await gazetteer(), env.agency.departments);
  const communes = place.kind === "communes" ? place.communes : [];
  return { place, namesakes: await communesPlaced(communes.map(({ code }) => code)) };
}

/**
 * Finds out what a search means: its words, mistyped ones too, those that are a filter, its
 * commune, and terms that were merged since. Public.
 */
export async function understood(asked: CatalogueFilter): Promise<Understood> {
  const known = await currentLists();
  const reference = await publicReference(asked.q);
  if (reference !== null) return meaningOf(asked, { ...known, reference });
  const { filter, read } = await readWords(asked);
  return { ...(await meaningOf(filter, { ...known, read })), asked };
}

/** The names of all communes take a while when they are first read: no page waits without words. */
async function readWords(asked: CatalogueFilter): Promise<ReturnType<typeof readSearch>> {
  if (asked.q === "") return { filter: asked, read: [] };
  return readSearch(asked, regionPlaces(await gazetteer(), env.agency.departments));
}

/** The same for a search none of whose words is to be read as a filter. Public. */
export async function meaningOf(
  asked: CatalogueFilter,
  {
    version,
    terms,
    dictionary,
    reference = null,
    read = [],
  }: Lists & { reference?: string | null; read?: readonly WordsRead[] },
): Promise<Understood> {
  const words = reference === null ? searchTerms(asked.q, dictionary) : [];
  const [meant, { place: typed, namesakes }] = await Promise.all([
    meantWords(words, version),
    placeOf(asked.lieu),
  ]);
  const readAs = new Map(terms.map((term) => [term.number, term.readAs]));
  const current = (numbers: readonly number[]) => [
    ...new Set(numbers.map((number) => readAs.get(number) ?? number)),
  ];
  const filter = {
    ...withPlace(asked, typed),
    theme: current(asked.theme),
    public: current(asked.public),
    terrain: current(asked.terrain),
  };
  const place = namesakes[0] ?? null;
  const communes = place === null ? [] : await communesAround(place, filter.rayon);
  return {
    asked,
    search: {
      version,
      filter,
      tsQuery: tsQueryOf(words, meant),
      typedQuery: typedQueryOf(words),
      saidQuery: saidQueryOf(words),
      reference,
      place,
      communes,
      at: momentOf(now()),
    },
    words,
    read,
    meant,
    namesakes,
    unknownPlace: typed?.kind === "nothing" ? typed : null,
    terms,
    dictionary,
  };
}
