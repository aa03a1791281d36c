import "server-only";
import { and, arrayContains, between, eq, inArray } from "drizzle-orm";
import { commune } from "@/db/schema/commune";
import { db } from "@/lib/platform/database/client";
import { kilometresBetween, type Point } from "../distance";

export interface CommuneDto {
  /** INSEE code. */
  code: string;
  name: string;
  department: string;
}

/**
 * Communes of a postcode by name; none for what is not a postcode. Public: it is an official list.
 */
export async function communesOfPostcode(postcode: string): Promise<CommuneDto[]> {
  if (!/^\d{5}$/.test(postcode)) return [];
  return db
    .select({ code: commune.code, name: commune.name, department: commune.department })
    .from(commune)
    .where(arrayContains(commune.postcodes, [postcode]))
    .orderBy(commune.name);
}

export interface CommunePlace extends CommuneDto, Point {
  /** False when the place is worked out from its neighbours. */
  placeKnown: boolean;
}

const place = {
  code: commune.code,
  name: commune.name,
  department: commune.department,
  latitude: commune.latitude,
  longitude: commune.longitude,
  placeKnown: commune.placeKnown,
};

function located(
  rows: readonly {
    [K in keyof CommunePlace]: K extends "latitude" | "longitude" ? number | null : CommunePlace[K];
  }[],
): CommunePlace[] {
  return rows.flatMap(({ latitude, longitude, ...row }) =>
    latitude === null || longitude === null ? [] : [{ ...row, latitude, longitude }],
  );
}

/** Where communes are, in the order they are asked for. Public. @param codes INSEE codes */
export async function communesPlaced(codes: readonly string[]): Promise<CommunePlace[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select(place)
    .from(commune)
    .where(inArray(commune.code, [...codes]));
  return located(codes.flatMap((code) => rows.find((row) => row.code === code) ?? []));
}

/** Where a commune is; null when nobody knows. Public. @param code INSEE code */
export async function communePlace(code: string): Promise<CommunePlace | null> {
  return located(await db.select(place).from(commune).where(eq(commune.code, code)))[0] ?? null;
}

/**
 * Neighbourhoods that were worked out: the list of communes only changes with a new version of the
 * portal.
 */
const neighbourhoods = new Map<string, { code: string; kilometres: number }[]>();
const remembered = 200;

/**
 * The communes within some kilometres of one, itself among them, each with how far it is
 * (kilometres, one decimal). Within none it is alone, whatever shares its place. Public.
 */
export async function communesAround(
  centre: Point & { code: string },
  kilometres: number,
): Promise<readonly { code: string; kilometres: number }[]> {
  if (kilometres === 0) return [{ code: centre.code, kilometres }];
  const key = `${centre.code} ${kilometres}`;
  const known = neighbourhoods.get(key);
  if (known) return known;
  const [north, east] = [
    kilometres / 110,
    kilometres / (110 * Math.cos((centre.latitude * Math.PI) / 180)),
  ];
  const rows = await db
    .select(place)
    .from(commune)
    .where(
      and(
        between(commune.latitude, centre.latitude - north, centre.latitude + north),
        between(commune.longitude, centre.longitude - east, centre.longitude + east),
      ),
    );
  const around = located(rows)
    .map((row) => ({
      code: row.code,
      kilometres: Math.round(kilometresBetween(centre, row) * 10) / 10,
    }))
    .filter((row) => row.kilometres <= kilometres);
  const [oldest] = neighbourhoods.keys();
  if (neighbourhoods.size >= remembered && oldest !== undefined) neighbourhoods.delete(oldest);
  neighbourhoods.set(key, around);
  return around;
}
