import "server-only";
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
import { type NumberedTerm, numberedTerms } from "@/lib/reference/vocabulary/queries";
import { type CatalogueFilter, withPlace } from "../filter";
import { searchTerms, tsQueryOf, typedQueryOf } from "../text";
import type { ResolvedSearch } from "./conditions";
import { meantWords } from "./words";

export interface Understood {
  search: ResolvedSearch;
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
 * Finds out what a search means: its words, mistyped ones too, its place, and terms that were
 * merged since. Public.
 */
export async function understood(asked: CatalogueFilter): Promise<Understood> {
  const reference = await publicReference(asked.q);
  const words = reference === null ? searchTerms(asked.q) : [];
  const [meant, { place: typed, namesakes }, terms] = await Promise.all([
    meantWords(words),
    placeOf(asked.lieu),
    numberedTerms(),
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
    search: {
      filter,
      tsQuery: tsQueryOf(words, meant),
      typedQuery: typedQueryOf(words),
      reference,
      place,
      communes,
      at: now(),
    },
    meant,
    namesakes,
    unknownPlace: typed?.kind === "nothing" ? typed : null,
    terms,
  };
}
