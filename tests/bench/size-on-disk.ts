import { sql } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";
import { type Figure, tenths } from "./figures";

/** What the read model takes on the disk. */
export async function sizeOnDisk(offers: number): Promise<Figure[]> {
  const [row] = await db.execute<{ rows: string; indexes: string }>(
    sql`select pg_table_size('public_offer') as rows, pg_indexes_size('public_offer') as indexes`,
  );
  const megabytes = (what: string, bytes: string | undefined): Figure => ({
    id: "disque",
    offers,
    what,
    value: tenths(Number(bytes) / 1e6),
    unit: "Mo",
    bound: null,
  });
  return [
    megabytes("lignes de public_offer", row?.rows),
    megabytes("index de public_offer", row?.indexes),
  ];
}
