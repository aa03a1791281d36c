import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { run } from "../support/serve-next";
import { type Figure, tenths } from "./figures";

const benchFolder = ".data/bench";

export interface BenchDatabases {
  /** The database of so many offers. */
  urlOf: (offers: number) => string;
  /**
   * Fills the one of so many offers unless an earlier run did: how long it took is told in either
   * case.
   */
  fill: (offers: number) => Promise<Figure[]>;
  /** What a measure may write to: the one of so many offers as it is, copied anew each time. */
  copyOf: (offers: number) => Promise<string>;
  /** An offer of the one of so many offers, to open. */
  referenceIn: (offers: number) => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * A cluster kept from one run to the next: a million offers take minutes to write. Nothing in it
 * has to survive a crash.
 */
export async function benchDatabases(): Promise<BenchDatabases> {
  const server = await startEmbedded(benchFolder, { durable: false });
  const urlOf = (offers: number) =>
    Object.assign(new URL(server.url), { pathname: `/offres_${offers}` }).toString();
  return {
    urlOf,
    fill,
    copyOf: async (offers) => {
      await one(server.url, "drop database if exists offres_written");
      await one(server.url, `create database offres_written template offres_${offers}`);
      return Object.assign(new URL(server.url), { pathname: "/offres_written" }).toString();
    },
    referenceIn: (offers) =>
      one<string>(urlOf(offers), "select reference from public_offer order by reference limit 1"),
    stop: () => server.stop(),
  };

  async function fill(offers: number): Promise<Figure[]> {
    const known = await one<boolean>(
      server.url,
      `select exists (select from pg_database where datname = 'offres_${offers}')`,
    );
    if (!known) await one(server.url, `create database offres_${offers}`);
    if (
      known &&
      (await one<number>(urlOf(offers), "select count(*)::int from public_offer").catch(
        () => 0,
      )) === offers
    ) {
      // What changed in the read model since then is made anew, as at any start.
      await run("npm", ["run", "-s", "migrate"], { DATABASE_URL: urlOf(offers) });
    } else {
      const started = performance.now();
      await run("npm", ["run", "-s", "seed", "--", String(offers)], {
        DATABASE_URL: urlOf(offers),
      });
      await writeFile(secondsFile(offers), String((performance.now() - started) / 1000));
    }
    return [
      {
        id: "semis",
        offers,
        what: "npm run seed",
        value: tenths(Number(await readFile(secondsFile(offers), "utf8"))),
        unit: "s",
        bound: null,
      },
    ];
  }
}

/** Holds how many seconds it took to fill the database of so many offers, once. */
function secondsFile(offers: number): string {
  return join(benchFolder, `seed-${offers}.seconds`);
}

/** The first value a statement answers with. */
async function one<T>(url: string, statement: string): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql.unsafe<Record<string, T>[]>(statement);
    return Object.values(row ?? {})[0] as T;
  } finally {
    await sql.end();
  }
}
