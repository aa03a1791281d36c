import { parseArgs } from "node:util";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { fillMass } from "@/db/seed/mass/fill";
import { writeMassCatalogue } from "@/db/seed/mass/read-model";
import { env } from "@/lib/platform/env";
import { prepareDatabase } from "./database";

/** `npm run seed -- 100000`: fills an empty portal with as many published offers, to see and measure it at that size. */
const { positionals } = parseArgs({ allowPositionals: true });
const offers = Number(positionals[0]);
if (!Number.isInteger(offers) || offers < 1 || offers > 2_000_000) {
  console.error("Indiquez un nombre d’offres, par exemple : npm run seed -- 100000");
  process.exit(1);
}
const database = await prepareDatabase();
const sql = postgres(env.databaseUrl, { max: 2, onnotice: () => undefined });
try {
  const [known] = await sql`select exists (select from structure) as some`;
  if (known?.some) throw new Error("Cette base contient déjà des structures : rien n’y est ajouté. Donnez une base vide par DATABASE_URL.");
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  await fillMass(sql, offers, env.agency.departments, new Date());
  console.log(`${offers} offres écrites en ${seconds()} s ; le catalogue se construit…`);
  await writeMassCatalogue(sql, (done) => console.log(`  ${done} au catalogue, ${seconds()} s`));
  console.log(`Terminé en ${seconds()} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await sql.end();
  await closeDatabase();
  await database.stop();
}
