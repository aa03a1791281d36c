import "server-only";
import { and, asc, gt, inArray } from "drizzle-orm";
import { filterQuery } from "@/lib/catalogue/search/filter";
import { matching, type ResolvedSearch } from "@/lib/catalogue/search/queries/conditions";
import { totalFound } from "@/lib/catalogue/search/queries/counts";
import { cursorOf } from "@/lib/catalogue/search/queries/order";
import { isPlaceUnknown, understood } from "@/lib/catalogue/search/queries/resolve";
import { searchPage } from "@/lib/catalogue/search/queries/search";
import { searchSizeOf } from "@/lib/catalogue/search/queries/search-size";
import { answerKey } from "@/lib/catalogue/search/queries/version";
import { fromNumbers } from "@/lib/offer/availability/availability";
import { toCome } from "@/lib/offer/availability/elapsed";
import { plainField } from "@/lib/offer/content/inputs";
import { parseReference } from "@/lib/offer/content/reference";
import { termFacet } from "@/lib/offer/projection/facets";
import type { PublicOfferPage } from "@/lib/offer/projection/stored-page";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { store, storedValue } from "@/lib/platform/load/store";
import { now } from "@/lib/platform/values/clock";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { type NumberedTerm, numberedTerms } from "@/lib/reference/vocabulary/queries";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import type { ApiOffer, ApiPage } from "./answers";
import { type OpenFields, openNames, propertyOf } from "./fields";
import {
  type ApiQuery,
  type BadParameter,
  parameters,
  parameterWords,
  unknownPlace,
} from "./parameters";

const columns = {
  offerId: publicOffer.offerId,
  reference: publicOffer.reference,
  title: publicOffer.title,
  campaign: publicOffer.campaign,
  commune: publicOffer.commune,
  communeName: publicOffer.communeName,
  department: publicOffer.department,
  places: publicOffer.places,
  lodging: publicOffer.lodging,
  catering: publicOffer.catering,
  facets: publicOffer.facets,
  slots: publicOffer.slots,
  page: publicOffer.page,
  publishedAt: publicOffer.publishedAt,
};

type Row = Omit<Pick<typeof publicOffer.$inferSelect, keyof typeof columns>, "page"> & {
  page: PublicOfferPage;
};

function apiOffer(row: Row, terms: readonly NumberedTerm[]): ApiOffer {
  const ahead = toCome(fromNumbers(row.slots), row.campaign, now());
  const termsOf = (kind: VocabularyKind) =>
    terms
      .filter((term) => term.kind === kind && row.facets.includes(termFacet(term.number)))
      .map(({ number, label }) => ({ number, label }));
  return {
    reference: row.reference,
    url: `${env.origin}/offres/${row.reference}`,
    ...openFields(row, termsOf),
    structure: row.page.structure,
    site: {
      commune: { code: row.commune, name: row.communeName },
      department: row.department,
      type: termsOf("siteType")[0] ?? null,
    },
    availability: [...ahead],
    elapsed: ahead.length === 0,
    campaign: campaignLabel(row.campaign),
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** Plain fields of an offer, each from its column or from the page of its row. */
function openFields(
  row: Row,
  termsOf: (kind: VocabularyKind) => { number: number; label: string }[],
): OpenFields {
  const values: Readonly<Record<string, unknown>> = { ...row.page, ...row };
  return Object.fromEntries(
    openNames.map((name) => {
      const { kind, vocabulary, options = {} } = plainField(name);
      if (kind === "terms" && vocabulary) return [propertyOf(name), termsOf(vocabulary)];
      if (kind === "flags") return [name, Object.keys(options).filter((code) => values[code])];
      return [name, values[name] ?? (kind === "number" ? 0 : "")];
    }),
  ) as OpenFields;
}

/** To a search around a place that nobody knows. */
export const placeUnknown: { ok: false; bad: BadParameter[] } = {
  ok: false,
  bad: [{ name: "lieu", detail: unknownPlace }],
};

type ApiAnswer = { ok: true; page: ApiPage } | { ok: false; bad: BadParameter[] };

const answers = store("open data", 16 * 1024 * 1024);

/**
 * A page of the catalogue as open data, or what only the database knows to be wrong with the
 * question; made once for each version of the catalogue. Public.
 */
export async function apiPage(query: ApiQuery): Promise<ApiAnswer> {
  const key = await answerKey("api", query.filter, query.limit);
  return storedValue(answers, key, () => answerTo(query));
}

async function answerTo({ filter, limit }: ApiQuery): Promise<ApiAnswer> {
  const meaning = await understood(filter);
  const { search, terms } = meaning;
  if (isPlaceUnknown(meaning)) return placeUnknown;
  // The catalogue would start at its first page again, and a harvester go round for ever.
  if (search.filter.apres !== "" && cursorOf(search) === null)
    return {
      ok: false,
      bad: [
        {
          name: "apres",
          detail: `Ce curseur n’est pas de cette recherche. ${parameterWords(parameters.apres)}`,
        },
      ],
    };
  const extent = await searchSizeOf(search);
  const [{ offers, next }, total] = await Promise.all([
    searchPage(search, extent, limit),
    totalFound(search, extent),
  ]);
  const rows =
    offers.length === 0
      ? []
      : await db
          .select(columns)
          .from(publicOffer)
          .where(
            inArray(
              publicOffer.reference,
              offers.map(({ reference }) => reference),
            ),
          );
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  const following = new URLSearchParams(filterQuery(filter, { apres: next ?? "" }));
  following.set("limite", String(limit));
  const data = offers.flatMap(({ reference }) => {
    const row = byReference.get(reference);
    return row ? [apiOffer(row, terms)] : [];
  });
  return {
    ok: true,
    page: {
      data,
      total,
      next: next === null ? null : `${env.origin}/api/v1/offres?${following.toString()}`,
    },
  };
}

/** One offer as open data; null when there is none that anyone may see. Public. */
export async function apiOfferByReference(reference: string): Promise<ApiOffer | null> {
  const parsed = parseReference(reference);
  if (!parsed) return null;
  const [rows, terms] = await Promise.all([
    db
      .select(columns)
      .from(publicOffer)
      .where(inArray(publicOffer.reference, [parsed])),
    numberedTerms(),
  ]);
  return rows[0] ? apiOffer(rows[0], terms) : null;
}

/**
 * What a search finds behind an id, by id, for a file that is made while it is read: whatever is
 * published meanwhile, none is left out or stands in it twice. Public.
 * @param search nothing for the whole catalogue
 */
export async function offersAfter(
  cursor: string,
  limit: number,
  search?: ResolvedSearch,
): Promise<(ApiOffer & { id: string })[]> {
  const [rows, terms] = await Promise.all([
    db
      .select(columns)
      .from(publicOffer)
      .where(
        and(
          cursor === "" ? undefined : gt(publicOffer.offerId, cursor),
          search && matching(search),
        ),
      )
      .orderBy(asc(publicOffer.offerId))
      .limit(limit),
    numberedTerms(),
  ]);
  return rows.map((row) => ({ ...apiOffer(row, terms), id: row.offerId }));
}
