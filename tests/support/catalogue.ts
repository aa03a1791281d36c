import { eq, sql } from "drizzle-orm";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { writtenColumns } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";

/** The parameters of an address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What /offres finds for an address. */
export function searched(query: Query = {}) {
  return catalogue(catalogueFilterSchema.parse(query));
}

/** References of what /offres finds on its first page, in its order. */
export async function foundBy(query: Query = {}): Promise<string[]> {
  return (await searched(query)).page.offers.map(({ reference }) => reference);
}

/** The number a term has in addresses. */
export async function numberOf(termId: string): Promise<string> {
  const [term] = await db
    .select({ number: vocabularyTerm.number })
    .from(vocabularyTerm)
    .where(eq(vocabularyTerm.id, termId));
  return String(term?.number ?? 0);
}

/** What a row of the read model is written with, as a statement names it. */
export const publicColumns = sql.raw(writtenColumns.map(([, { name }]) => `"${name}"`).join(", "));

/** As many public offers more that say what one says; their references begin with «copy». */
export async function copyOffer(reference: string, times: number): Promise<void> {
  const copies = (table: "offer" | "public_offer", id: "id" | "offer_id") => sql`
    (select (jsonb_populate_record(original, jsonb_build_object(${id}::text, md5('copy' || turn)::uuid, 'reference', 'copy' || turn))).*
    from ${sql.identifier(table)} original, generate_series(1, ${times}) turn where original.reference = ${reference})`;
  await db.execute(sql`insert into offer ${copies("offer", "id")}`);
  await db.execute(
    sql`insert into public_offer (${publicColumns}) select ${publicColumns} from ${copies("public_offer", "offer_id")} copies`,
  );
}
