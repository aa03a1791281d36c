import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { hoursOf } from "@/lib/agency/moderation/offer-filter";
import {
  decidedByTheAgency,
  factsOfOffer,
  matchingOffers,
} from "@/lib/agency/moderation/queries/offer-conditions";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { basis, figure } from "../figure-links";
import type { Dashboard } from "../figures";
import { daysOfMonth, delayBands, timelineMonths } from "../rules";
import type { DashboardFilter } from "../schema";

type Monthly = { month: string; offers: number };

const monthOf = (instant: SQL | typeof offerRevision.submittedAt) =>
  sql`to_char(${instant} at time zone 'Europe/Paris', 'YYYY-MM')`;

/**
 * Every submitted offer counts in the month it first came, and again in the month it was first
 * approved.
 */
export async function timelineFigures(filter: DashboardFilter): Promise<Dashboard["timeline"]> {
  const where = matchingOffers(basis(filter));
  const from = sql`from ${offer} left join ${revisionFacts} on ${factsOfOffer} inner join ${offerRevision} on ${eq(offerRevision.offerId, offer.id)}`;
  const [submitted, approved] = await Promise.all([
    db.execute<Monthly>(
      sql`select ${monthOf(offerRevision.submittedAt)} as month, count(*)::int as offers ${from} where ${and(where, eq(offerRevision.number, 1))} group by 1`,
    ),
    db.execute<Monthly>(sql`
      select ${monthOf(sql`first`)} as month, count(*)::int as offers
      from (select min(${offerRevision.decidedAt}) as first ${from} where ${and(where, eq(offerRevision.decision, "approved"), decidedByTheAgency)} group by ${offer.id}) approvals
      group by 1`),
  ]);
  const in_ = (rows: readonly Monthly[], month: string) =>
    rows.find((row) => row.month === month)?.offers;
  const months = timelineMonths(
    filter.campaign,
    [...submitted, ...approved].map(({ month }) => month),
    dayOf(now()).slice(0, 7),
  );
  return months.map((month) => {
    const { first, last } = daysOfMonth(month);
    return {
      month,
      submitted: figure(in_(submitted, month), {
        ...basis(filter),
        soumisdu: first,
        soumisau: last,
      }),
      approved: figure(in_(approved, month), { ...basis(filter), validedu: first, valideau: last }),
    };
  });
}

const took = sql`(extract(epoch from ${offerRevision.decidedAt} - ${offerRevision.submittedAt}) / 3600)`;

/** How long the agency takes, over each of its decisions, nights and Sundays included. */
export async function delayFigures(filter: DashboardFilter): Promise<Dashboard["delays"]> {
  const bands = delayBands.map((band, index) => {
    const { from = 0, until = null } = hoursOf(band) ?? {};
    const inside = and(
      sql`${took} >= ${from}`,
      until === null ? undefined : sql`${took} < ${until}`,
    );
    return sql`(count(distinct ${offer.id}) filter (where ${inside}))::int as ${sql.identifier(`band${index}`)}`;
  });
  const [row] = await db.execute<
    { decisions: number; median: number | null; ninetieth: number | null } & Record<
      `band${number}`,
      number
    >
  >(sql`
    select count(*)::int as decisions, percentile_cont(0.5) within group (order by ${took}) as median,
      percentile_cont(0.9) within group (order by ${took}) as ninetieth, ${sql.join(bands, sql`, `)}
    from ${offer} left join ${revisionFacts} on ${factsOfOffer} inner join ${offerRevision} on ${eq(offerRevision.offerId, offer.id)}
    where ${and(matchingOffers(basis(filter)), decidedByTheAgency)}`);
  const atLeast = (hours: number | null | undefined) =>
    hours === null || hours === undefined
      ? null
      : figure(hours, { ...basis(filter), delai: `${Math.floor(hours)}-` });
  return {
    decisions: row?.decisions ?? 0,
    median: atLeast(row?.median),
    ninetieth: atLeast(row?.ninetieth),
    bands: delayBands.map((band, index) => ({
      band,
      offers: figure(row?.[`band${index}`], { ...basis(filter), delai: band }),
    })),
  };
}
