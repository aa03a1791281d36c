import "server-only";
import { sql } from "drizzle-orm";
import { type FacetGroup, facetGroups, termFacet } from "@/lib/offer/projection/facets";
import { hasAllOf } from "@/lib/offer/projection/queries/facets";
import type { PublicOfferDto } from "@/lib/offer/projection/queries/public-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { communePlace, communesAround } from "@/lib/reference/commune/queries/communes";
import { hasMonthsToCome } from "./order";
import { currentLists } from "./resolve";

/** Offers of each kind that are shown. */
const shown = 4;
/** Kilometres within which an offer is near. */
const nearby = 30;
/** Offers that are weighed for likeness: some with the same theme and public. */
const weighed = 200;

// A type, not an interface: rows are checked against it.
export type NeighbourDto = {
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  department: string;
  places: number;
  /** Kilometres, one decimal; null where it is not what makes it a neighbour. */
  kilometres: number | null;
};

const card = sql`reference, title, structure_name as "structureName", commune_name as "communeName", department, places`;

/**
 * Offers around an offer, and offers like it, that have months to come; none stands in both lists.
 * Reads the read model only. Public.
 */
export async function neighboursOf(
  offer: PublicOfferDto,
): Promise<{ near: NeighbourDto[]; alike: NeighbourDto[] }> {
  const near = await nearOffers(offer);
  const alike = await alikeOffers(offer, [
    offer.reference,
    ...near.map(({ reference }) => reference),
  ]);
  return { near, alike };
}

async function nearOffers({ reference, commune }: PublicOfferDto): Promise<NeighbourDto[]> {
  const centre = await communePlace(commune);
  if (!centre) return [];
  const around = [...(await communesAround(centre, nearby))].sort(
    (a, b) => a.kilometres - b.kilometres,
  );
  // Commune after commune by their own index, until there are enough.
  const rows = await db.execute<NeighbourDto>(sql`
    select offers.*, near.km as kilometres
    from unnest(${`{${around.map(({ code }) => code).join(",")}}`}::text[], ${`{${around.map(({ kilometres }) => kilometres).join(",")}}`}::float8[]) with ordinality near (code, km, place)
    cross join lateral (select ${card} from ${publicOffer} where commune = near.code and reference <> ${reference} and ${hasMonthsToCome} order by published_at desc, offer_id desc limit ${shown}) offers
    order by near.place limit ${shown}`);
  return [...rows];
}

async function alikeOffers(
  { facets }: PublicOfferDto,
  except: readonly string[],
): Promise<NeighbourDto[]> {
  const { terms } = await currentLists();
  const own = (kind: "theme" | "audience") =>
    terms
      .filter((term) => term.kind === kind && facets.includes(termFacet(term.number)))
      .map(({ number }) => termFacet(number));
  const [[theme], [audience]] = [own("theme"), own("audience")];
  if (theme === undefined || audience === undefined) return [];
  // Where it is and when it was drawn says nothing of what it is about.
  const telling = facets.filter(
    (facet) => !isOf(facet, "part") && !isOf(facet, "commune") && !isOf(facet, "department"),
  );
  const rows = await db.execute<NeighbourDto>(sql`
    select ${card}, null as kilometres
    from (select * from ${publicOffer} where ${hasAllOf([theme, audience])} and ${hasMonthsToCome} and reference <> all(${`{${except.join(",")}}`}::text[]) limit ${weighed}) candidate
    order by (select count(*) from unnest(facets) facet where facet = any(${`{${telling.join(",")}}`}::int4[])) desc, published_at desc
    limit ${shown}`);
  return [...rows];
}

function isOf(facet: number, group: FacetGroup): boolean {
  return facet >= facetGroups[group].from && facet <= facetGroups[group].to;
}
