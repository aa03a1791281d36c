import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { uuidList } from "@/lib/platform/database/uuid-list";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { type Hint, hintsOf, type OtherOffer, wordsOf } from "../hints";
import { factsOfOffer } from "./offer-conditions";

/** Texts that are compared with those of the offers, the newest offers'. */
const mostTexts = 500;

/**
 * What a moderator may want to look at twice in the contents that wait, by offer; nothing for
 * anyone else.
 */
export async function hintsFor(
  viewer: Viewer,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, Hint[]>> {
  if (!can(viewer, "offer:moderate") || offerIds.length === 0) return new Map();
  const [rows, others] = await Promise.all([
    db
      .select({ id: offer.id, campaign: offer.campaign, content: offerRevision.content })
      .from(offer)
      .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .where(inArray(offer.id, [...offerIds])),
    othersOf(offerIds),
  ]);
  const { departments } = env.agency;
  return new Map(
    rows.map(({ id, campaign, content }) => {
      const beside = others.filter(({ of }) => of.includes(id));
      return [id, hintsOf(content, { departments, others: beside, campaign, now: now() })];
    }),
  );
}

/**
 * Others of the same structure, campaign, place, people and themes: told by the database, which
 * leaves few texts to read and to compare in the one process that answers everybody.
 */
async function othersOf(
  offerIds: readonly string[],
): Promise<(OtherOffer & { of: readonly string[] })[]> {
  const asked = uuidList(offerIds);
  // Facts have each id once and in order, merged terms as they are read.
  const rows = await db.execute<{
    offerId: string;
    reference: string;
    title: string;
    description: string;
    of: string[];
  }>(sql`
    with beside as (
      select ${offer.id}, structure_id, campaign, audience_ids, theme_ids, content #>> '{site,communeCode}' as commune
      from ${offer}
      join ${revisionFacts} on ${factsOfOffer}
      join ${offerRevision} on ${offerRevision.id} = current_revision_id
      where deleted_at is null
        and (structure_id, campaign) in (select structure_id, campaign from ${offer} where id = any(${asked}))
    ), alike as (
      select other.id, array_agg(mine.id) as of
      from beside mine
      join beside other using (structure_id, campaign, audience_ids, theme_ids, commune)
      where mine.id = any(${asked}) and other.id <> mine.id
      group by other.id
      order by other.id desc
      limit ${mostTexts}
    )
    select ${offer.id} as "offerId", reference, title, coalesce(content ->> 'description', '') as description, alike.of
    from alike
    join ${offer} on ${offer.id} = alike.id
    join ${revisionFacts} on ${factsOfOffer}
    join ${offerRevision} on ${offerRevision.id} = current_revision_id
    order by ${offer.id} desc`);
  return rows.map(({ offerId, reference, of, ...texts }) => ({
    offerId,
    reference,
    of,
    words: wordsOf(texts),
  }));
}
