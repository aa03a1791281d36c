import { parseArgs } from "node:util";
import { env } from "@/lib/platform/environment/env";
import { seedMass } from "@/lib/start/seed/mass/run";
import { withDatabase } from "./database";
import { reported } from "./ending";

/**
 * `npm run seed -- 100000`: fills an empty portal with as many published offers, to see and measure
 * it at that size.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const offers = Number(positionals[0]);
if (!Number.isInteger(offers) || offers < 1 || offers > 2_000_000) {
  console.error("Indiquez un nombre d’offres, par exemple : npm run seed -- 100000");
  process.exit(1);
}
try {
  await withDatabase(() => seedMass(env.databaseUrl, offers, env.agency.departments));
  process.exit(0);
} catch (error) {
  process.exit(reported(error));
}
