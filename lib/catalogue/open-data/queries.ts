import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { filterQuery } from "@/lib/catalogue/search/filter";
import { matching, type ResolvedSearch } from "@/lib/catalogue/search/queries/conditions";
import { foundTotal, totalFound } from "@/lib/catalogue/search/queries/counts";
import { understoodToFind } from "@/lib/catalogue/search/queries/loosen";
import { cursorOf } from "@/lib/catalogue/search/queries/order";
import { currentLists, isPlaceUnknown } from "@/lib/catalogue/search/queries/resolve";
import { isReadWhole, rowsOfPage } from "@/lib/catalogue/search/queries/search";
import { searchSizeOf } from "@/lib/catalogue/search/queries/search-size";
import type { CatalogueRow } from "@/lib/catalogue/search/queries/statements";
import { fromNumbers } from "@/lib/offer/availability/availability";
import { toCome } from "@/lib/offer/availability/elapsed";
import { plainField } from "@/lib/offer/content/inputs";
import { parseReference } from "@/lib/offer/content/reference";
import { termFacet } from "@/lib/offer/projection/facets";
import type { PublicOfferPage } from "@/lib/offer/projection/stored-page";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
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

/**
 * A page of the catalogue as open data, or what only the database knows to be wrong with the
 * question. Public.
 */
export async function apiPage({ filter, limit }: ApiQuery): Promise<ApiAnswer> {
  const meaning = await understoodToFind(filter);
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
  const extent = await searchSizeOf(search, [""]);
  const told = isReadWhole(search, extent) && !extent.isCounted ? foundTotal : undefined;
  const [{ rows, next, ...page }, counted] = await Promise.all([
    rowsOfPage<CatalogueRow & Pick<Row, "page">>(search, extent, limit, {
      more: sql`p.page`,
      told,
    }),
    told ? null : totalFound(search, extent),
  ]);
  const following = new URLSearchParams(filterQuery(filter, { apres: next ?? "" }));
  following.set("limite", String(limit));
  const data = rows.map((row) =>
    apiOffer({ ...row, publishedAt: new Date(row.publishedAt) }, terms),
  );
  return {
    ok: true,
    page: {
      data,
      total: counted ?? { value: Number(page.told ?? 0), exact: true },
      next: next === null ? null : `${env.origin}/api/v1/offres?${following.toString()}`,
    },
  };
}

/** One offer as open data; null when there is none that anyone may see. Public. */
export async function apiOfferByReference(reference: string): Promise<ApiOffer | null> {
  const parsed = parseReference(reference);
  if (!parsed) return null;
  const [rows, { terms }] = await Promise.all([
    db.select(columns).from(publicOffer).where(eq(publicOffer.reference, parsed)),
    currentLists(),
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
