import "server-only";
import { count, sql, sum } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { factsOfOffer, matchingOffers } from "@/lib/agency/moderation/queries/offer-conditions";
import { offer } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { figure, offered } from "../figure-links";
import type { ComparedCampaign, Dashboard } from "../figures";
import { hasEnded, isUnderWay, yearBefore } from "../rules";
import { type DashboardFilter, participationAddress, type ParticipationFilter } from "../schema";
import { inSituation } from "./participation";

/** Structures that may deposit and that the region still waits for. */
export async function absenceFigures({
  campaign,
  department,
}: DashboardFilter): Promise<Dashboard["structures"]> {
  const of = async (situation: "never" | "absent") => {
    const filter: ParticipationFilter = {
      situation,
      campagne: situation === "never" ? "" : String(campaign),
      departement: department,
      soumisau: "",
    };
    const [row] = await db.select({ total: count() }).from(structure).where(inSituation(filter));
    return { value: row?.total ?? 0, href: participationAddress(filter) };
  };
  return { never: await of("never"), absent: await of("absent") };
}

/**
 * A campaign beside the one before: as it was on the same day, while the campaign runs, and as it
 * ended.
 */
export async function comparisonFigures(filter: DashboardFilter): Promise<ComparedCampaign[]> {
  const before = { ...filter, campaign: filter.campaign - 1 };
  const today = dayOf(now());
  const sameDay = isUnderWay(filter.campaign, today) ? [compared(before, yearBefore(today))] : [];
  return Promise.all([compared(filter, null), ...sameDay, compared(before, null)]);
}

async function compared(filter: DashboardFilter, until: string | null): Promise<ComparedCampaign> {
  const within = { ...offered(filter), soumisau: until ?? "" };
  // What was not approved by that day could not be published on it.
  const published = { ...within, publication: "ever", valideau: until ?? "" } as const;
  const [[row], [shown]] = await Promise.all([
    db
      .select({
        offers: count(),
        places: sum(revisionFacts.places).mapWith(Number),
        structures: sql<number>`count(distinct ${offer.structureId})::int`,
      })
      .from(offer)
      .leftJoin(revisionFacts, factsOfOffer)
      .where(matchingOffers(within)),
    // Not as a filter of the first: Postgres would look approvals up for each offer there.
    db
      .select({ offers: count() })
      .from(offer)
      .leftJoin(revisionFacts, factsOfOffer)
      .where(matchingOffers(published)),
  ]);
  return {
    campaign: filter.campaign,
    until,
    ended: hasEnded(filter.campaign, dayOf(now())),
    figures: {
      offers: figure(row?.offers, within),
      places: figure(row?.places, within),
      structures: {
        value: row?.structures ?? 0,
        href: participationAddress({
          situation: "depositing",
          campagne: String(filter.campaign),
          departement: filter.department,
          soumisau: until ?? "",
        }),
      },
      published: figure(shown?.offers, published),
    },
  };
}
