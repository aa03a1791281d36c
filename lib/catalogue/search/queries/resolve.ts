import "server-only";
import { publicReference } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import {
  type CommuneDto,
  type CommunePlace,
  communesAlike,
  communesAround,
  communesNamed,
} from "@/lib/reference/commune/queries/communes";
import { type NumberedTerm, numberedTerms } from "@/lib/reference/vocabulary/queries";
import type { CatalogueFilter } from "../filter";
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
  /** Communes of the region that may be meant by a place that nobody knows. */
  alike: readonly CommuneDto[];
  /** Every term of the lists, in the ARS's order. */
  terms: readonly NumberedTerm[];
}

/** Whether a search asks for a commune that nobody knows: it finds nothing. */
export function isPlaceUnknown({ search }: Pick<Understood, "search">): boolean {
  return search.filter.lieu !== "" && search.place === null;
}

/**
 * Finds out what a search means: its words, mistyped ones too, its commune, and terms that were
 * merged since. Public.
 */
export async function understood(asked: CatalogueFilter): Promise<Understood> {
  const reference = await publicReference(asked.q);
  const words = reference === null ? searchTerms(asked.q) : [];
  const [meant, namesakes, terms] = await Promise.all([
    meantWords(words),
    asked.lieu === "" ? [] : communesNamed(asked.lieu, env.agency.departments),
    numberedTerms(),
  ]);
  const readAs = new Map(terms.map((term) => [term.number, term.readAs]));
  const current = (numbers: readonly number[]) => [
    ...new Set(numbers.map((number) => readAs.get(number) ?? number)),
  ];
  const filter = {
    ...asked,
    theme: current(asked.theme),
    public: current(asked.public),
    terrain: current(asked.terrain),
  };
  const place = namesakes[0] ?? null;
  const communes = place === null ? [] : await communesAround(place, filter.rayon);
  const alike =
    asked.lieu !== "" && place === null
      ? await communesAlike(asked.lieu, env.agency.departments)
      : [];
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
    alike,
    terms,
  };
}
