import "server-only";
import { count, eq, sql, sum } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { factsOfOffer, matchingOffers } from "@/lib/agency/moderation/queries/offer-conditions";
import { halfDays, months, slotNumber, slotOf } from "@/lib/offer/availability/availability";
import { offer } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import { termLabels, termsOf } from "@/lib/reference/vocabulary/queries";
import { basis, figure, offered } from "../figure-links";
import type { Dashboard, Term } from "../figures";
import type { DashboardFilter } from "../schema";

/** How many offers stand where, and how many of them anyone may see. */
export async function stateFigures(
  filter: DashboardFilter,
): Promise<Pick<Dashboard, "states" | "visible">> {
  const rows = await db
    .select({ state: offer.validation, offers: count(), visible: count(publicOffer.offerId) })
    .from(offer)
    .leftJoin(revisionFacts, factsOfOffer)
    .leftJoin(publicOffer, eq(publicOffer.offerId, offer.id))
    .where(matchingOffers(basis(filter)))
    .groupBy(offer.validation);
  const states = (["pending", "approved", "changesRequested", "refused"] as const).map((state) => ({
    state,
    offers: figure(rows.find((row) => row.state === state)?.offers, {
      ...basis(filter),
      etat: state,
    }),
  }));
  const visible = rows.reduce((total, row) => total + row.visible, 0);
  return { states, visible: figure(visible, { ...basis(filter), publication: "visible" }) };
}

/** Of the whole region: the map is also where one chooses a department. */
export async function departmentFigures({
  campaign,
}: DashboardFilter): Promise<Dashboard["departments"]> {
  const within = offered({ campaign, department: "" });
  const rows = await db
    .select({
      code: revisionFacts.department,
      offers: count(),
      places: sum(revisionFacts.places).mapWith(Number),
    })
    .from(offer)
    .innerJoin(revisionFacts, factsOfOffer)
    .where(matchingOffers(within))
    .groupBy(revisionFacts.department);
  const region = env.agency.departments;
  const others = rows
    .map(({ code }) => code)
    .filter((code) => !region.includes(code))
    .sort();
  return departmentsOfRegion([...region, ...others]).map(({ value: code, label: name }) => {
    const row = rows.find((found) => found.code === code);
    return {
      code,
      name,
      offers: figure(row?.offers, { ...within, departement: code }),
      places: figure(row?.places, { ...within, departement: code }),
    };
  });
}

/** An offer counts once for each of its themes and audiences. */
export async function matrixFigures(
  filter: DashboardFilter,
): Promise<Pick<Dashboard, "audiences" | "matrix">> {
  const within = offered(filter);
  const rows = await db.execute<{ theme: string; audience: string; offers: number }>(sql`
    select theme, audience, count(*)::int as offers
    from ${offer} left join ${revisionFacts} on ${factsOfOffer}
    cross join unnest(${revisionFacts.themeIds}) theme cross join unnest(${revisionFacts.audienceIds}) audience
    where ${matchingOffers(within)} group by theme, audience`);
  const [themes, audiences] = await Promise.all([
    allTerms(
      "theme",
      rows.map(({ theme }) => theme),
    ),
    allTerms(
      "audience",
      rows.map(({ audience }) => audience),
    ),
  ]);
  const counts = new Map(
    rows.map(({ theme, audience, offers }) => [`${theme} ${audience}`, offers]),
  );
  const of = (theme: Term, audience: Term) =>
    figure(counts.get(`${theme.id} ${audience.id}`), {
      ...within,
      theme: theme.id,
      public: audience.id,
    });
  return {
    audiences,
    matrix: themes.map((theme) => ({
      theme,
      offers: audiences.map((audience) => of(theme, audience)),
    })),
  };
}

/** The list of today, then retired terms that offers still name. */
async function allTerms(kind: "theme" | "audience", found: readonly string[]): Promise<Term[]> {
  const current = await termsOf(kind);
  const retired = [...new Set(found)].filter((id) => !current.some((term) => term.id === id));
  return [...current, ...[...(await termLabels(retired))].map(([id, label]) => ({ id, label }))];
}

/** How many offers are open on each half-day of each month. */
export async function weekFigures(filter: DashboardFilter): Promise<Dashboard["week"]> {
  const within = offered(filter);
  const rows = await db.execute<{ slot: number; offers: number }>(sql`
    select slot, count(*)::int as offers
    from ${offer} left join ${revisionFacts} on ${factsOfOffer} cross join unnest(${revisionFacts.slots}) slot
    where ${matchingOffers(within)} group by slot`);
  const counts = new Map(rows.map(({ slot, offers }) => [slot, offers]));
  return halfDays.map((halfDay) => ({
    halfDay,
    offers: months.map((month) =>
      figure(counts.get(slotNumber(slotOf(month, halfDay))), {
        ...within,
        mois: String(month),
        creneau: halfDay,
      }),
    ),
  }));
}
