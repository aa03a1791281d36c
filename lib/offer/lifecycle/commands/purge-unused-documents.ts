import "server-only";
import { sql } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";

/**
 * Deletes documents that neither the draft nor a revision of their offer names, as a draft that was
 * left aside leaves them.
 * @param before those attached since then are left alone: their draft may not be saved yet
 */
export async function purgeUnusedDocuments(before: Date): Promise<void> {
  const named = (content: typeof offer.draft | typeof offerRevision.content) =>
    sql`${content}->'documentIds' @> to_jsonb(${document.id}::text)`;
  await db.delete(document).where(sql`${document.createdAt} < ${before.toISOString()}::timestamptz
    and not exists (select 1 from ${offer} where ${offer.id} = ${document.offerId} and ${named(offer.draft)})
    and not exists (select 1 from ${offerRevision} where ${offerRevision.offerId} = ${document.offerId} and ${named(offerRevision.content)})`);
}
