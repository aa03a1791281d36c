import type { Route } from "next";

const isRoute = (path: string): path is Route => path.startsWith("/");

/**
 * A path made while the portal runs, for what asks for one of its routes. A cast would be needed
 * where the routes' types were made (`next typegen`, the build) and needless where they were not,
 * and the lint is asked in both.
 * @throws where it is no path: a fault of ours, never of a visitor
 */
export function asRoute(path: string): Route {
  if (!isRoute(path)) throw new Error("no path of the portal");
  return path;
}
