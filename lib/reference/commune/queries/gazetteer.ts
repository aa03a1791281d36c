import "server-only";
import { sql } from "drizzle-orm";
import { commune } from "@/db/schema/commune";
import { db, type Executor } from "@/lib/platform/database/client";
import { type Gazetteer, gazetteerOf } from "../gazetteer";

let loaded: Promise<Gazetteer> | null = null;

/**
 * Every commune, ready to be looked up. Read once: the list only changes with a new version of the
 * portal. Public: it is an official list.
 * @param executor the transaction it is asked in, which waits for no other connection
 */
export function gazetteer(executor: Executor = db): Promise<Gazetteer> {
  loaded ??= load(executor).catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(executor: Executor): Promise<Gazetteer> {
  const rows = await executor
    .select({
      code: commune.code,
      name: commune.name,
      department: commune.department,
      postcodes: commune.postcodes,
      inhabitants: commune.inhabitants,
      formerNames: commune.formerNames,
    })
    .from(commune)
    // What left the list stays for the offers that name it.
    .where(sql`cardinality(${commune.postcodes}) > 0`);
  return gazetteerOf(rows);
}
