import { sql } from "drizzle-orm";
import { catalogueMark } from "@/db/schema/catalogue";
import { db, driver } from "@/lib/platform/database/client";
import { requestState } from "@/lib/platform/environment/request-state";
import { keyOf } from "@/lib/platform/load/store";
import { now } from "@/lib/platform/values/clock";
import { type CatalogueFilter, filterQuery } from "../filter";
import { momentKey, momentOf } from "../moment";

/**
 * Names the catalogue as it is: after any change of it the name is another, on every instance, as
 * soon as the change is to be seen. What is made of it after this was asked is at least as new. A
 * page that is made for all and kept under a version is made of that one. Public.
 */
export async function catalogueVersion(): Promise<string> {
  return requestState.getStore()?.version ?? askedVersion();
}

/**
 * The same from the database, for the door that keeps those pages: it is no part of the build, and
 * `server-only` is not for it.
 */
export async function askedVersion(): Promise<string> {
  const query = db
    .select({
      version:
        sql`coalesce(string_agg(${catalogueMark.mark}::text, ' ' order by ${catalogueMark.place}), '')`.as(
          "version",
        ),
    })
    .from(catalogueMark);
  const [row] = await driver().ahead(query.toSQL().sql);
  return (row as { version: string } | undefined)?.version ?? "";
}

/** Names what a search finds now, for an answer that is kept. */
export async function answerKey(kind: string, filter: CatalogueFilter): Promise<string> {
  const at = momentKey(filter, momentOf(now()));
  return keyOf(kind, filterQuery(filter), at, await catalogueVersion());
}
