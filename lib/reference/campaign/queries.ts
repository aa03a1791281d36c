import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { campaign } from "@/db/schema/campaign";
import { offer } from "@/db/schema/offer";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db, type Transaction } from "@/lib/platform/database/client";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "./campaign-year";
import { closingDays, depositState, type DepositState, type DepositWindow } from "./rules";

/** Where the deposit of a campaign stands today. */
export interface DepositDto extends DepositWindow {
  year: number;
  state: DepositState;
}

export async function depositOf(
  year: number,
  tx: Transaction | typeof db = db,
): Promise<DepositDto> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.year, year));
  return dto(year, row ?? null);
}

function dto(year: number, window: DepositWindow | null): DepositDto {
  const { opensOn, closesOn } = window ?? { opensOn: null, closesOn: null };
  return {
    year,
    opensOn,
    closesOn,
    state: depositState(
      { opensOn, closesOn },
      dayOf(now()),
      closesOn ? dayAfter(closesOn, -closingDays) : null,
    ),
  };
}

export interface CampaignDto extends DepositDto {
  /**
   * Offers of the campaign, submitted at least once and not deleted, and those of them that wait
   * for a decision.
   */
  offers: number;
  pending: number;
}

/** The campaign before, this one and the next; none for anyone but a moderator. */
export async function campaigns(viewer: Viewer): Promise<CampaignDto[]> {
  if (!can(viewer, "campaign:manage")) return [];
  const current = campaignFor(now());
  const years = [current + 1, current, current - 1];
  const [windows, counts] = await Promise.all([
    db.select().from(campaign).where(inArray(campaign.year, years)),
    db
      .select({
        year: offer.campaign,
        offers: sql<number>`count(*)`.mapWith(Number),
        pending: sql<number>`count(*) filter (where ${offer.validation} = 'pending')`.mapWith(
          Number,
        ),
      })
      .from(offer)
      .where(
        sql`${inArray(offer.campaign, years)} and ${offer.currentRevisionId} is not null and ${offer.deletedAt} is null`,
      )
      .groupBy(offer.campaign),
  ]);
  return years.map((year) => {
    const counted = counts.find((count) => count.year === year);
    return {
      ...dto(year, windows.find((window) => window.year === year) ?? null),
      offers: counted?.offers ?? 0,
      pending: counted?.pending ?? 0,
    };
  });
}
