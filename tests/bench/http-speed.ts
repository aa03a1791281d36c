import autocannon from "autocannon";
import { serve, type Served, serveNext } from "../support/serve-next";
import { type Figure, hundredths, tenths } from "./figures";
import { databaseProcess, processorOf } from "./processor";
import { drawnSearches, type Vocabulary } from "./searches";

const connections = 10;
const seconds = 8;
const callers = 400;
export const floorFolder = "tests/bench/floor";

interface Rate {
  /** Requests a second. */
  perSecond: number;
  /** Milliseconds of processor a request, in the server and in Postgres. */
  server: number;
  database: number;
}

/**
 * What an address, or several in turn, is answered with.
 * @throws when one is not answered with 200
 */
async function rate({ origin, pid }: Served, paths: readonly string[]): Promise<Rate> {
  const requests = Array.from({ length: Math.max(paths.length, callers) }, (_, turn) => ({
    method: "GET" as const,
    path: paths[turn % paths.length] ?? "",
    // Each caller may ask so often a minute (`apiLimit`): these are many.
    headers: { "x-forwarded-for": `198.18.${turn >> 8}.${turn & 255}` },
  }));
  await autocannon({ url: origin, connections, duration: 2, requests });
  const processes = [pid, await databaseProcess()];
  const before = processes.map(processorOf);
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  const [server = 0, database = 0] = processes.map(
    (each, index) => (processorOf(each) - (before[index] ?? 0)) / result.requests.total,
  );
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${origin}${paths[0]}: ${result.non2xx} answers were no 200, ${result.errors} failed.`,
    );
  return { perSecond: result.requests.average, server, database };
}

interface Asked {
  offers: number;
  reference: string;
  vocabulary: Vocabulary;
}

/**
 * What the fastest peer's answers are to the framework's bare dynamic page, on the same rows
 * (quality.md, Performance); the portal is to be half as fast again (P0).
 */
const peer = { searched: 152 / 411, first: 275 / 411, offer: 441 / 411 };

/**
 * P2 and P0: the catalogue's pages and its open data beside the framework's bare ones and a bare
 * handler with the same search.
 */
export async function httpSpeed({ offers, reference, vocabulary }: Asked): Promise<Figure[]> {
  const queries = drawnSearches(400, vocabulary).map((query) =>
    new URLSearchParams(query).toString(),
  );
  const searches = queries.map((query) => `/offres?${query}`);
  const behindRelay = { TRUSTED_RELAYS: "1" };
  const portal = await measured(serveNext(null, behindRelay, "/api/health"), async (server) => ({
    searched: await rate(server, searches),
    first: await rate(server, ["/offres"]),
    home: await rate(server, ["/"]),
    offer: await rate(server, [`/offres/${reference}`]),
    json: {
      searched: await rate(
        server,
        queries.map((query) => `/api/v1/offres?${query}`),
      ),
      first: await rate(server, ["/api/v1/offres"]),
      offer: await rate(server, [`/api/v1/offres/${reference}`]),
    },
  }));
  const floor = await measured(serveNext(floorFolder, {}, "/static"), async (server) => ({
    fixed: await rate(server, ["/static"]),
    asked: await rate(server, ["/dynamic"]),
  }));
  const bare = await measured(
    serve(["--conditions=react-server", "--import", "tsx", "tests/bench/bare.ts"], {}, "/health"),
    async (server) => ({ searched: await rate(server, searches) }),
  );
  const base = { id: "P2", offers } as const;
  const figures = (what: string, { perSecond, server, database }: Rate): Figure[] => [
    { ...base, what, value: tenths(perSecond), unit: "requêtes/s", bound: null },
    ...(
      [
        ["le serveur", server],
        ["PostgreSQL", database],
      ] as const
    ).map(([who, value]) => ({
      ...base,
      what: `${what}, processeur d’une requête, ${who}`,
      value: hundredths(value),
      unit: "ms",
      bound: null,
    })),
  ];
  const ratio = (what: string, value: Rate, of: Rate, limit: number, id = "P2"): Figure => ({
    offers,
    id,
    what,
    value: hundredths(value.perSecond / of.perSecond),
    unit: "×",
    bound: { limit, atMost: false },
  });
  return [
    ...figures("page fixe nue du cadre", floor.fixed),
    ...figures("page dynamique nue du cadre, 20 lignes par leur clé", floor.asked),
    ...figures("node:http nu, la même recherche en JSON", bare.searched),
    ...figures("/offres, recherches de P1", portal.searched),
    ratio(
      "/offres, recherches de P1, sur la page dynamique nue",
      portal.searched,
      floor.asked,
      0.6,
    ),
    ...figures("/offres sans filtre", portal.first),
    ratio("/offres sans filtre, sur la page fixe nue", portal.first, floor.fixed, 0.9),
    ...figures("accueil", portal.home),
    ratio("accueil, sur la page fixe nue", portal.home, floor.fixed, 0.9),
    ...figures("une offre", portal.offer),
    ratio("une offre, sur la page fixe nue", portal.offer, floor.fixed, 0.9),
    ...(
      [
        ["searched", "/api/v1/offres, recherches de P1"],
        ["first", "/api/v1/offres sans filtre"],
        ["offer", "/api/v1/offres/…, une offre"],
      ] as const
    ).flatMap(([name, what]) => [
      ...figures(what, portal.json[name]),
      ratio(
        `${what}, sur la page dynamique nue`,
        portal.json[name],
        floor.asked,
        hundredths(1.5 * peer[name]),
        "P0",
      ),
    ]),
  ];
}

async function measured<T>(
  serving: Promise<Served>,
  measure: (server: Served) => Promise<T>,
): Promise<T> {
  const server = await serving;
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
