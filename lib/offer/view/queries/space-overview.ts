import "server-only";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { renewal, revisionFacts } from "@/db/schema/offer";
import { halfDays, months } from "@/lib/offer/availability/availability";
import { isMonthOver } from "@/lib/offer/availability/elapsed";
import { offer } from "@/lib/offer/content/tables";
import { availableCommands } from "@/lib/offer/lifecycle/rules";
import type { RenewalAnswer } from "@/lib/offer/renewal/rules";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { type AlikeOffers, overviewOf, shownOthers, shownTodos, type TodoKind } from "../todo";
import { type OwnOfferDto, ownOffersOf, within } from "./own-offers";

export interface TodoDto {
  kind: TodoKind;
  offer: OwnOfferDto;
}

export interface SpaceOverviewDto {
  /** The most pressing things to do. */
  todos: TodoDto[];
  /** All there is to do. */
  total: number;
  /** Some of the offers that need nothing. */
  others: OwnOfferDto[];
}

/**
 * What the viewer's structure has to do, and the rest. The database counts offers of which the rule
 * is told the same: a few lines, however many offers there are.
 */
export async function spaceOverview(viewer: Viewer): Promise<SpaceOverviewDto> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:read", viewer))
    return { todos: [], total: 0, others: [] };
  const mayEdit = can(viewer, "offer:edit", viewer);
  const { todos, total, others } = overviewOf(
    await alikeOffers(viewer.structureId, mayEdit),
    now(),
  );
  const offers = await ownOffersOf(viewer, [...todos.map(({ id }) => id), ...others]);
  const byId = new Map(offers.map((own) => [own.id, own]));
  return {
    todos: todos.flatMap(({ kind, id }) => {
      const own = byId.get(id);
      return own ? [{ kind, offer: own }] : [];
    }),
    total,
    others: others.flatMap((id) => byId.get(id) ?? []),
  };
}

const renewed = alias(offer, "renewed");

/** Live offers of a structure, by all that the rule asks of them. */
async function alikeOffers(structureId: string, mayEdit: boolean): Promise<AlikeOffers[]> {
  const at = now();
  // A month's place in the campaign, September first; its number is that of revision_facts.
  const month = sql.raw(
    `(slot / ${halfDays.length} + ${months.indexOf(1) - 1}) % ${months.length}`,
  );
  const facts = {
    campaign: offer.campaign,
    validation: offer.validation,
    publication: offer.publication,
    hasApproved: sql<boolean>`${offer.approvedRevisionId} is not null`,
    hasDraft: sql<boolean>`${offer.draft} is not null`,
    waitsForAddress: sql<boolean>`${offer.submissionAskedAt} is not null`,
    paused: sql<boolean>`${offer.pausedUntil} is not null`,
    lastMonth: sql<number | null>`(select max(${month}) from unnest(${revisionFacts.slots}) slot)`,
    // «Oui» counts as long as the draft it made is there.
    renewalAnswer: sql<RenewalAnswer | null>`case when ${renewal.answer} <> 'yes' or ${renewed.deletedAt} is null and ${renewed.id} is not null then ${renewal.answer} end`,
  };
  const firsts = (order: SQL, most: number) =>
    sql<
      AlikeOffers["oldest"]
    >`to_jsonb((array_agg(jsonb_build_object('id', ${offer.id}, 'at', extract(epoch from ${offer.updatedAt}) * 1000) order by ${offer.updatedAt} ${order}, ${offer.id}))[1:${sql.raw(String(most))}])`;
  const rows = await db
    .select({
      ...facts,
      total: sql<number>`count(*)::int`,
      oldest: firsts(sql`asc`, shownTodos),
      newest: firsts(sql`desc`, shownOthers),
    })
    .from(offer)
    .leftJoin(
      revisionFacts,
      sql`${revisionFacts.revisionId} = coalesce(${offer.approvedRevisionId}, ${offer.currentRevisionId})`,
    )
    .leftJoin(
      renewal,
      and(
        eq(renewal.offerId, offer.id),
        eq(renewal.campaign, sql`greatest(${offer.campaign} + 1, ${campaignFor(at)})`),
      ),
    )
    .leftJoin(renewed, eq(renewed.id, renewal.renewedOfferId))
    .where(and(eq(offer.structureId, structureId), within.live))
    .groupBy(...Object.keys(facts).map((_, place) => sql.raw(String(place + 1))));
  return rows.map(({ total, oldest, newest, lastMonth, paused, ...row }) => {
    const state = { ...row, paused, archived: false, deleted: false };
    const month = lastMonth === null ? undefined : months[lastMonth];
    return {
      facts: {
        ...row,
        elapsed: month !== undefined && isMonthOver(row.campaign, month, at),
        commands: mayEdit ? availableCommands(state, "offeror") : [],
      },
      total,
      oldest,
      newest,
    };
  });
}
