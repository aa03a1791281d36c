import "server-only";
import { campaign } from "@/db/schema/campaign";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { campaignAuditId } from "./id";
import type { CampaignRefusal } from "./labels";
import type { DepositWindow } from "./rules";

/** Sets when new offers of a campaign are taken. What was submitted before stays as it is. */
export async function saveCampaign(
  viewer: Viewer,
  { year, ...window }: DepositWindow & { year: number },
): Promise<Outcome<{ year: number }, CampaignRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "campaign:manage")) return refused("notFound");
  return db.transaction(async (tx) => {
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
