import "server-only";
import { and, sql } from "drizzle-orm";
import { commune } from "@/db/schema/commune";
import { publicOffer } from "@/lib/offer/projection/tables";
import type { Point } from "@/lib/reference/commune/distance";
import { communesPlaced } from "@/lib/reference/commune/queries/communes";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { onOutlines } from "@/lib/reference/commune/region-map";
import { matching, type ResolvedSearch } from "./conditions";
import { type Count, countFrom } from "./counts";
import { keptRows } from "./kept-rows";
import { sampleSizeOf, type SearchSize, within } from "./search-size";

/** Communes that are told: a region has more, but not with an offer in each. */
const drawn = 1_000;

export interface PlacedCommune {
  code: string;
  name: string;
  department: string;
  count: Count;
  latitude: number;
  longitude: number;
  /** On the sheet of the region's map. */
  x: number;
  y: number;
}

/**
 * The communes with most of the offers a search finds, wherever it looks for them, as points of the
 * region's map. Public.
 */
export async function communesFound(
  search: ResolvedSearch,
  extent: SearchSize,
): Promise<PlacedCommune[]> {
  const rows = await keptRows<{
    code: string;
    name: string;
    department: string;
    latitude: number;
    longitude: number;
    offers: number;
  }>(
    search.version,
    sql`
    with found as (select ${publicOffer.commune} as code, count(*)::int as offers from ${publicOffer} where ${and(matching(search), within(sampleSizeOf(extent)))} group by 1 order by 2 desc, 1 limit ${drawn})
    select code, ${commune.name}, ${commune.department}, latitude, longitude, offers from found join ${commune} using (code) where latitude is not null order by offers desc, code`,
  );
  const { shapes } = mapOfRegion();
  return rows.flatMap(({ offers, ...commune }) => {
    const point = shapes.some(({ code }) => code === commune.department) && pointOf(commune);
    return point ? [{ ...commune, count: countFrom(offers, sampleSizeOf(extent)), ...point }] : [];
  });
}

interface SheetPoint {
  x: number;
  y: number;
}

/** @returns null for what lies off the sheet */
function pointOf(place: Point): SheetPoint | null {
  const { width, height, place: placed } = mapOfRegion();
  const { x, y } = placed(onOutlines(place));
  return x >= 0 && y >= 0 && x <= width && y <= height ? { x, y } : null;
}

/**
 * Points that were looked up, null off the sheet: where communes are only changes with a new
 * version of the portal.
 */
const points = new Map<string, SheetPoint | null>();

/** Where communes are on the sheet of the region's map, by code; those it has not are left out. */
export async function placesOf(codes: readonly string[]): Promise<Map<string, SheetPoint>> {
  const asked = [...new Set(codes)];
  const unknown = asked.filter((code) => !points.has(code));
  for (const commune of await communesPlaced(unknown)) points.set(commune.code, pointOf(commune));
  return new Map(
    asked.flatMap((code) => {
      const point = points.get(code);
      return point ? [[code, point]] : [];
    }),
  );
}
