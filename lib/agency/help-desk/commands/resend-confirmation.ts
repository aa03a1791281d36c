import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { mailConfirmation } from "@/lib/people/account/commands/links";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { limitReached } from "@/lib/platform/visitor/throttle";

/** Sends the confirmation link of an account again, within the same hour's limit as its owner. */
export async function resendConfirmationOf(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<{ accountId: string }, "notFound" | "alreadyConfirmed" | "mailedRecently">> {
  if (viewer.kind !== "moderator" || !can(viewer, "account:oversee")) return refused("notFound");
  // Someone who was invited confirms by joining.
  const [row] = await db
    .select({ confirmedAt: account.emailConfirmedAt })
    .from(account)
    .where(
      and(
        eq(account.id, accountId),
        eq(account.state, "active"),
        isNotNull(account.structureId),
        isNotNull(account.passwordHash),
      ),
    );
  if (!row) return refused("notFound");
  if (row.confirmedAt) return refused("alreadyConfirmed");
  const held = await limitReached("resendConfirmation", { account: accountId });
  if (held) return refused("mailedRecently", undefined, held);
  return db.transaction(async (tx) => {
    if (!(await mailConfirmation(tx, accountId))) return refused("alreadyConfirmed");
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "account:resendConfirmation",
      objectKind: "account",
      objectId: accountId,
    });
    return done({ accountId });
  });
}
