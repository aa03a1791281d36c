import "server-only";
import { eq, sql } from "drizzle-orm";
import { campaign } from "@/db/schema/campaign";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db } from "@/lib/platform/database/client";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { campaignAuditId } from "./id";
import { type CampaignRefusal, windowInWords, windowLabels } from "./labels";
import { type DepositWindow, windowState } from "./rules";

/**
 * Sets when new offers of a campaign are taken. What was submitted before stays as it is.
 * @param bases windows the form may write over (`basesIn`); absent, any
 */
export async function saveCampaign(
  viewer: Viewer,
  { year, ...window }: DepositWindow & { year: number },
  bases?: readonly string[],
): Promise<Outcome<{ year: number }, CampaignRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "campaign:manage")) return refused("notFound");
  return db.transaction(async (tx) => {
    // A campaign that was left as it is has no row to hold.
    await tx.execute(sql`lock table ${campaign} in share row exclusive mode`);
    const [row] = await tx.select().from(campaign).where(eq(campaign.year, year));
    const stored = row ?? { opensOn: null, closesOn: null };
    const conflict = await conflictOver(tx, viewer, {
      bases,
      labels: windowLabels,
      mine: windowInWords(window),
      theirs: windowInWords(stored),
      current: [windowState(stored)],
      saved: { kind: "campaign", deeds: ["campaign:save"], about: campaignAuditId(year) },
      address: "/admin/campagnes",
    });
    if (conflict) return contested(conflict);
    await tx
      .insert(campaign)
      .values({ year, ...window })
      .onConflictDoUpdate({ target: campaign.year, set: window });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "campaign:save",
      objectKind: "campaign",
      objectId: campaignAuditId(year),
      detail: { year, ...window },
    });
    return done({ year });
  });
}
