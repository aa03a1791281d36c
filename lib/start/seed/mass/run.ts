import postgres from "postgres";
import { OperatorError } from "@/lib/platform/environment/env";
import { fillMass } from "./fill";
import { writeMassCatalogue } from "./read-model";

/**
 * Fills an empty portal with believable published offers, and says how far it is.
 * @param url of the database, whose role may set session_replication_role
 * @throws OperatorError when the database has structures already
 */
export async function seedMass(
  url: string,
  offers: number,
  departments: readonly string[],
): Promise<void> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  try {
    const [known] = await sql`select exists (select from structure) as some`;
    if (known?.some)
      throw new OperatorError(
        "Cette base contient déjà des structures : rien n’y est ajouté. Donnez une base " +
          "vide par DATABASE_URL.",
      );
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    await fillMass(sql, offers, departments, new Date());
    console.log(`${offers} offres écrites en ${seconds()} s ; le catalogue se construit…`);
    await writeMassCatalogue(sql, (done) => console.log(`  ${done} au catalogue, ${seconds()} s`));
    console.log(`Terminé en ${seconds()} s.`);
  } finally {
    await sql.end();
  }
}
