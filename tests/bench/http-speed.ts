import autocannon from "autocannon";
import { serve, type Served, serveNext } from "../support/serve-next";
import { type Figure, hundredths, tenths } from "./figures";
import { drawnSearches, type Vocabulary } from "./searches";

const connections = 10;
const seconds = 8;
export const floorFolder = "tests/bench/floor";

/**
 * Requests a second that an address, or several in turn, is answered with. @throws when one is not
 * answered with 200
 */
async function rate(origin: string, paths: readonly string[]): Promise<number> {
  const requests = paths.map((path) => ({ method: "GET" as const, path }));
  await autocannon({ url: origin, connections, duration: 2, requests });
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${origin}${paths[0]}: ${result.non2xx} answers were no 200, ${result.errors} failed.`,
    );
  return result.requests.average;
}

interface Asked {
  offers: number;
  reference: string;
  vocabulary: Vocabulary;
}

/**
 * P2: the catalogue's pages beside the framework's bare ones and a bare handler with the same
 * search.
 */
export async function httpSpeed({ offers, reference, vocabulary }: Asked): Promise<Figure[]> {
  const searches = drawnSearches(400, vocabulary).map(
    (query) => `/offres?${new URLSearchParams(query).toString()}`,
  );
  const portal = await measured(serveNext(null, {}, "/api/health"), async (origin) => ({
    searched: await rate(origin, searches),
    first: await rate(origin, ["/offres"]),
    home: await rate(origin, ["/"]),
    offer: await rate(origin, [`/offres/${reference}`]),
  }));
  const floor = await measured(serveNext(floorFolder, {}, "/static"), async (origin) => ({
    fixed: await rate(origin, ["/static"]),
    asked: await rate(origin, ["/dynamic"]),
  }));
  const bare = await measured(
    serve(["--conditions=react-server", "--import", "tsx", "tests/bench/bare.ts"], {}, "/health"),
    async (origin) => ({ searched: await rate(origin, searches) }),
  );
  const base = { id: "P2", offers } as const;
  const perSecond = (what: string, value: number): Figure => ({
    ...base,
    what,
    value: tenths(value),
    unit: "requêtes/s",
    bound: null,
  });
  const ratio = (what: string, value: number, limit: number): Figure => ({
    ...base,
    what,
    value: hundredths(value),
    unit: "×",
    bound: { limit, atMost: false },
  });
  return [
    perSecond("page fixe nue du cadre", floor.fixed),
    perSecond("page dynamique nue du cadre, 20 lignes par leur clé", floor.asked),
    perSecond("node:http nu, la même recherche en JSON", bare.searched),
    perSecond("/offres, recherches de P1", portal.searched),
    ratio(
      "/offres, recherches de P1, sur la page dynamique nue",
      portal.searched / floor.asked,
      0.6,
    ),
    perSecond("/offres sans filtre", portal.first),
    ratio("/offres sans filtre, sur la page fixe nue", portal.first / floor.fixed, 0.9),
    perSecond("accueil", portal.home),
    ratio("accueil, sur la page fixe nue", portal.home / floor.fixed, 0.9),
    perSecond("une offre", portal.offer),
    ratio("une offre, sur la page fixe nue", portal.offer / floor.fixed, 0.9),
  ];
}

async function measured<T>(
  serving: Promise<Served>,
  measure: (origin: string) => Promise<T>,
): Promise<T> {
  const server = await serving;
  try {
    return await measure(server.origin);
  } finally {
    await server.stop();
  }
}
