import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { report } from "@/db/schema/report";
import { suspendWithin } from "@/lib/agency/suspension/commands/suspend";
import { offer } from "@/lib/offer/content/tables";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { type ReportRefusal, suspends, type Treatment, treatmentRefusal } from "../rules";
import type { TreatInput } from "../schema";

/**
 * A moderator's decision on the reports of an offer that they read. Of two moderators one decides,
 * the other is told.
 */
export async function treatReports(
  viewer: Viewer,
  { offerId, reportIds, outcome, message }: TreatInput,
): Promise<Outcome<Treatment, ReportRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "report:treat")) return refused("notFound");
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ id: offer.id })
      .from(offer)
      .where(eq(offer.id, offerId))
      .for("no key update");
    if (!row) return refused("notFound");
    const open = await tx
      .select({ id: report.id })
      .from(report)
      .where(and(eq(report.offerId, offerId), isNull(report.treatedAt)))
      .for("update");
    const inForce = (await suspensionOf(tx, "offer", offerId)) !== null;
    const refusal = treatmentRefusal(
      reportIds,
      open.map(({ id }) => id),
      { outcome, message },
      inForce,
    );
    if (refusal) return refused(refusal, refusal.startsWith("message") ? "message" : undefined);
    let treatment: Treatment = outcome;
    if (suspends[outcome] && inForce) treatment = "alreadySuspended";
    else if (suspends[outcome]) {
      const suspended = await suspendWithin(tx, viewer, { thing: "offer", id: offerId, message });
      if (!suspended.ok) return refused(suspended.code === "gone" ? "gone" : "notFound");
      if (suspended.data.told === 0) treatment = "suspendedUntold";
    }
    await tx
      .update(report)
      .set({ outcome, treatedBy: viewer.accountId, treatedAt: now() })
      .where(and(inArray(report.id, reportIds), isNull(report.treatedAt)));
    for (const reportId of reportIds) {
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "report:treat",
        objectKind: "offer",
        objectId: offerId,
        detail: { reportId, outcome },
      });
    }
    return done(treatment);
  });
}
