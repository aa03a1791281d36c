import { kilometresBetween, type Point } from "@/lib/reference/commune/distance";
import { communeWords } from "@/lib/reference/commune/labels";
import { type CatalogueFilter, radii } from "./filter";

/** Points of a map, and which of them are drawn as one. */
interface Placed {
  x: number;
  y: number;
}

/**
 * Points that stand so near each other that one would hide the other, as one: each goes to the
 * first one before it that is near enough, which is where they are drawn.
 * @param points those that matter most first
 * @param distance from which on two are told apart, in units of the map
 * @returns all of them, in groups of one or more; no two groups nearer than `distance`
 */
export function gathered<T extends Placed>(points: readonly T[], distance: number): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const point of points) {
    const near = groups.find(
      ([first]) => Math.hypot(first.x - point.x, first.y - point.y) < distance,
    );
    if (near) near.push(point);
    else groups.push([point]);
  }
  return groups;
}

type Commune = Point & { name: string; department: string };

/**
 * What a point of the map leads to: one commune to itself, several nearer, to the departments they
 * lie in; where these are all that is shown, to the circle that holds them.
 * @param shown departments on the map
 */
export function leadsTo(
  [first, ...others]: readonly [Commune, ...Commune[]],
  shown: readonly string[],
): Pick<CatalogueFilter, "departement"> & Partial<Pick<CatalogueFilter, "lieu" | "rayon">> {
  const lieu = communeWords(first);
  if (others.length === 0) return { lieu, rayon: 0, departement: [] };
  const departement = [...new Set([first, ...others].map(({ department }) => department))];
  if (departement.length < shown.length) return { departement };
  const farthest = Math.max(...others.map((other) => kilometresBetween(first, other)));
  const rayon = radii.find((radius) => radius > 0 && radius >= farthest) ?? 100;
  return { lieu, rayon, departement };
}
