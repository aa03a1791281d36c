import "server-only";
import { asc, gt, sql } from "drizzle-orm";
import { catalogueWord } from "@/db/schema/catalogue";
import { db } from "@/lib/platform/database/client";
import { stemOf } from "@/lib/platform/values/stem";
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
    const stems = JSON.stringify(words.map((word) => ({ word, stem: `'${stemOf(word)}'` })));
    await db.execute(sql`
      delete from ${catalogueWord} using jsonb_to_recordset(${stems}::jsonb) as known(word text, stem text)
      where ${catalogueWord.word} = known.word
        and not exists (select from ${publicOffer} where search @@ known.stem::tsquery)`);
    after = last;
  }
}
