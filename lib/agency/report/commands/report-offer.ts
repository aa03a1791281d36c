import "server-only";
import { eq } from "drizzle-orm";
import { report } from "@/db/schema/report";
import { scheduledRun } from "@/db/schema/schedule";
import { parseReference } from "@/lib/offer/content/reference";
import { moderatorAddresses } from "@/lib/offer/lifecycle/queries/addresses";
import { publicOffer } from "@/lib/offer/projection/tables";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { dueKey } from "@/lib/platform/jobs/schedule";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { limitReached } from "@/lib/platform/visitor/throttle";
import type { ReportRefusal } from "../rules";
import type { ReportInput } from "../schema";

/**
 * A visitor's word about a public offer. Anyone may, signed in or not: who it is stays unknown but
 * for the address they give.
 */
export async function reportOffer(
  { reference, reason, words, email }: ReportInput,
  from: Caller = unknownCaller,
): Promise<Outcome<{ reference: string }, ReportRefusal>> {
  const parsed = parseReference(reference);
  const [shown] = parsed
    ? await db
        .select({
          id: publicOffer.offerId,
          reference: publicOffer.reference,
          department: publicOffer.department,
        })
        .from(publicOffer)
        .where(eq(publicOffer.reference, parsed))
    : [];
  if (!shown) return refused("notFound");
  const held = await limitReached("report", { network: from.network, target: shown.id });
  if (held) return refused("tooManyReports", undefined, held);
  return db.transaction(async (tx) => {
    const id = newId();
    await tx
      .insert(report)
      .values({ id, offerId: shown.id, reason, words, email: email ?? null, createdAt: now() });
    await tellModerators(tx, shown, id);
    await recordAudit(tx, {
      actorId: null,
      deed: "report:make",
      objectKind: "offer",
      objectId: shown.id,
      detail: { reportId: id, reason },
    });
    return done({ reference: shown.reference });
  });
}

/** Once an offer and day: of reports that come together the one that writes the row tells. */
async function tellModerators(
  tx: Transaction,
  { id: offerId, department }: { id: string; department: string },
  reportId: string,
): Promise<void> {
  const due = dueKey({ every: "day", hour: 0 }, now()) ?? "";
  const first = await tx
    .insert(scheduledRun)
    .values({ name: `offerReported:${offerId}`, due, at: now() })
    .onConflictDoNothing()
    .returning({ name: scheduledRun.name });
  if (first.length === 0) return;
  for (const address of await moderatorAddresses(tx, [department], "any"))
    await enqueueMail(tx, "offerReported", address, { reportId });
}
