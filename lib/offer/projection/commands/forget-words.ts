import "server-only";
import { asc, gt, sql } from "drizzle-orm";
import { catalogueWord } from "@/db/schema/catalogue";
import { db } from "@/lib/platform/database/client";
import { publicOffer } from "../tables";

const batch = 200;

/** The part of the nightly job that forgets the words no public offer has any more. */
export async function forgetWords(): Promise<void> {
  for (let after = ""; ;) {
    const words = (
      await db
        .select()
        .from(catalogueWord)
        .where(gt(catalogueWord.word, after))
        .orderBy(asc(catalogueWord.word))
        .limit(batch)
    ).map(({ word }) => word);
    const last = words.at(-1);
    if (last === undefined) return;
    await db.execute(sql`
      delete from ${catalogueWord} where word in (select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))
        and not exists (select from ${publicOffer} where search @@ to_tsquery('french_unaccent', '''' || ${catalogueWord.word} || ''''))`);
    after = last;
  }
}
