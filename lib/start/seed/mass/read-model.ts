import type { Sql } from "postgres";
import { rewriteAll } from "@/lib/offer/projection/commands/rebuild";

/** Built once at the end instead of a million times: an hour less. */
const late = ["public_offer_found", "public_offer_sample"];

/** Makes the catalogue of what stands in the tables, with the portal's own command. */
export async function writeMassCatalogue(sql: Sql, told: (offers: number) => void): Promise<void> {
  await sql`analyze`;
  const indexes = await sql<
    { name: string; definition: string }[]
  >`select indexname as name, indexdef as definition from pg_indexes where tablename = 'public_offer' and indexname in ${sql(late)}`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  try {
    await rewriteAll((done) => {
      if (done % 50_000 === 0) told(done);
    });
  } finally {
    const connection = await sql.reserve();
    await connection`set maintenance_work_mem = '1GB'`;
    await connection`set statement_timeout = 0`;
    for (const { definition } of indexes) await connection.unsafe(definition);
    connection.release();
  }
  await sql`vacuum analyze public_offer`;
  await sql`vacuum analyze catalogue_word`;
}
