import autocannon from "autocannon";
import { serve, type Served, serveNext } from "../support/serve-next";
import { type Figure, hundredths, tenths } from "./figures";
import { databaseProcess, processorOf } from "./processor";
import { drawnSearches, type Vocabulary } from "./searches";

const connections = 10;
const seconds = 8;
/**
 * Searches that are asked once each, and of them those that a server which was just started learns
 * on: an answer in JSON takes 7.3 ms of it after 400 and 4.7 after 1,600.
 */
const [searches, warming] = [2_000, 1_200];
/** Of them as many as are kept beside all the others. */
const repeated = 400;
export const floorFolder = "tests/bench/floor";

interface Rate {
  /** Requests a second. */
  perSecond: number;
  /** Milliseconds of processor a request, in the server and in Postgres. */
  server: number;
  database: number;
}

/** Each caller may ask so often a minute (`apiLimit`): these are many. */
const callers = 200;
const requestsOf = (paths: readonly string[]) =>
  Array.from({ length: Math.max(paths.length, callers) }, (_, turn) => ({
    method: "GET" as const,
    path: paths[turn % paths.length] ?? "",
    headers: { "x-forwarded-for": `198.18.${turn >> 8}.${turn & 255}` },
  }));

/** What an address, or several in turn, is answered with. */
async function rate(served: Served, paths: readonly string[]): Promise<Rate> {
  const asking = { url: served.origin, connections, requests: requestsOf(paths) };
  await autocannon({ ...asking, duration: 2 });
  return measuredRate(served, { ...asking, duration: seconds });
}

/** The same of addresses that nobody asked for before, each once. */
async function rateOfNew(served: Served, paths: readonly string[]): Promise<Rate> {
  const asking = (some: readonly string[]): autocannon.Options => {
    const requests = requestsOf(some);
    const each = Math.ceil(requests.length / connections);
    return {
      url: served.origin,
      connections,
      amount: requests.length,
      setupClient: (client) => client.setRequests(requests.splice(0, each)),
    };
  };
  await autocannon(asking(paths.slice(0, warming)));
  return measuredRate(served, asking(paths.slice(warming)));
}

/** @throws when one is not answered with 200 */
async function measuredRate({ origin, pid }: Served, asking: autocannon.Options): Promise<Rate> {
  const processes = [pid, await databaseProcess()];
  const [before, started] = [processes.map(processorOf), performance.now()];
  let last = started;
  const { requests, non2xx, errors } = await new Promise<autocannon.Result>((done, failed) => {
    autocannon(asking, (error, result) => (error ? failed(error as Error) : done(result)))
      // It ends on a whole second, up to one after the last answer.
      .on("response", () => (last = performance.now()));
  });
  const taken = (last - started) / 1000;
  const [server = 0, database = 0] = processes.map(
    (each, index) => (processorOf(each) - (before[index] ?? 0)) / requests.total,
  );
  if (non2xx > 0 || errors > 0)
    throw new Error(`${origin}: ${non2xx} answers were no 200, ${errors} failed.`);
  return { perSecond: requests.total / taken, server, database };
}

interface Asked {
  offers: number;
  reference: string;
  vocabulary: Vocabulary;
}

/**
 * What the fastest peer's answers are to the framework's bare dynamic page, by size: their rates,
 * and the processor of a search, server and database. Payload 3.90.2 on the same rows, three
 * servers in turn, 2026-11-30 (docs/performance.md). The portal is to be half as fast again, for
 * two thirds of the processor (P0).
 */
const peers = [
  { offers: 1_000, searched: 1.06, processor: 1.12, first: 0.82, offer: 1.06 },
  { offers: 20_000, searched: 0.56, processor: 2.44, first: 0.83, offer: 1.31 },
  { offers: 100_000, searched: 0.21, processor: 7.7, first: 0.57, offer: 1.56 },
  { offers: 1_000_000, searched: 0.02, processor: 92, first: 0.13, offer: 1.01 },
] as const;

/**
 * P2 and P0: the catalogue's pages and its open data beside the framework's bare ones and a bare
 * handler with the same search.
 */
export async function httpSpeed({ offers, reference, vocabulary }: Asked): Promise<Figure[]> {
  const queries = drawnSearches(searches, vocabulary).map((query) =>
    new URLSearchParams(query).toString(),
  );
  const pages = queries.map((query) => `/offres?${query}`);
  const answers = queries.map((query) => `/api/v1/offres?${query}`);
  const behindRelay = { TRUSTED_RELAYS: "1" };
  const portal = await measured(serveNext(null, behindRelay, "/api/health"), async (server) => ({
    first: await rate(server, ["/offres"]),
    searched: await rateOfNew(server, pages),
    again: await rate(server, pages.slice(-repeated)),
    home: await rate(server, ["/"]),
    offer: await rate(server, [`/offres/${reference}`]),
    json: {
      first: await rate(server, ["/api/v1/offres"]),
      searched: await rateOfNew(server, answers),
      offer: await rate(server, [`/api/v1/offres/${reference}`]),
    },
  }));
  const floor = await measured(serveNext(floorFolder, {}, "/static"), async (server) => ({
    fixed: await rate(server, ["/static"]),
    asked: await rate(server, ["/dynamic"]),
  }));
  const bare = await measured(
    serve(["--conditions=react-server", "--import", "tsx", "tests/bench/bare.ts"], {}, "/health"),
    async (server) => ({ searched: await rate(server, pages) }),
  );
  const base = { id: "P2", offers } as const;
  const peer = peers.findLast((each) => each.offers <= offers) ?? peers[0];
  const processorOfOne = ({ server, database }: Rate) => server + database;
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
    ...figures("/offres, recherches neuves de P1", portal.searched),
    ratio(
      "/offres, recherches neuves de P1, sur la page dynamique nue",
      portal.searched,
      floor.asked,
      0.4,
    ),
    ...figures("/offres, les mêmes redemandées", portal.again),
    ratio("/offres, les mêmes redemandées, sur la page fixe nue", portal.again, floor.fixed, 0.9),
    ...figures("/offres sans filtre", portal.first),
    ratio("/offres sans filtre, sur la page fixe nue", portal.first, floor.fixed, 0.9),
    ...figures("accueil", portal.home),
    ratio("accueil, sur la page fixe nue", portal.home, floor.fixed, 0.9),
    ...figures("une offre", portal.offer),
    ratio("une offre, sur la page fixe nue", portal.offer, floor.fixed, 0.9),
    ...(
      [
        ["searched", "/api/v1/offres, recherches neuves de P1"],
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
    {
      offers,
      id: "P0",
      what: "/api/v1/offres, recherches neuves de P1, processeur sur celui de la page nue",
      value: hundredths(processorOfOne(portal.json.searched) / processorOfOne(floor.asked)),
      unit: "×",
      bound: { limit: hundredths(0.67 * peer.processor), atMost: true },
    },
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
