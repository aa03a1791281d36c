import "server-only";
import { createHash } from "node:crypto";
import { eq, gt } from "drizzle-orm";
import { referenceData } from "@/db/schema/commune";
import { canonical } from "@/lib/offer/content/canonical";
import { publicFields } from "@/lib/offer/content/public";
import { offer } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { refreshCatalogue } from "./refresh";

/**
 * Which row is written: raised when it gets another shape or other words, and another one as soon
 * as another field is public. The next start then writes all of them anew.
 */
const version = `5-${createHash("sha256").update(canonical(publicFields)).digest("hex").slice(0, 16)}`;
const batch = 500;

/**
 * Writes the whole catalogue anew from the offers, when what stands there was written by another
 * version of `public-rows.ts`. In batches, each a transaction like any decision's: the portal
 * serves meanwhile, and two instances that start together write the same rows.
 */
export async function rebuildCatalogue(): Promise<void> {
  if ((await writtenVersion("catalogue")) === version) return;
  await rewriteAll();
  await rememberVersion("catalogue", version);
}

/**
 * What the catalogue was last written by. @param what `catalogue`: the version of its rows;
 * `catalogueMonth`: the month that was running (`currentMonth`)
 */
export async function writtenVersion(
  what: "catalogue" | "catalogueMonth",
): Promise<string | undefined> {
  const [written] = await db
    .select({ version: referenceData.version })
    .from(referenceData)
    .where(eq(referenceData.name, what));
  return written?.version;
}

export async function rememberVersion(
  what: "catalogue" | "catalogueMonth",
  written: string,
): Promise<void> {
  await db
    .insert(referenceData)
    .values({ name: what, version: written })
    .onConflictDoUpdate({ target: referenceData.name, set: { version: written } });
}

/** @param told called after each batch with how many offers were looked at */
export async function rewriteAll(told: (offers: number) => void = () => undefined): Promise<void> {
  let [after, done] = ["00000000-0000-0000-0000-000000000000", 0];
  for (;;) {
    const ids = (
      await db
        .select({ id: offer.id })
        .from(offer)
        .where(gt(offer.id, after))
        .orderBy(offer.id)
        .limit(batch)
    ).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return;
    await db.transaction((tx) => refreshCatalogue(tx, { offerIds: ids }));
    [after, done] = [last, done + ids.length];
    told(done);
  }
}
