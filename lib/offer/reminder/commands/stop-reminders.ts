import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { accountOfToken } from "../queries";

/** Ends the reminders of the account a link was sent to. Doing it twice is doing it once. */
export async function stopReminders(token: string): Promise<Outcome<null, "linkUnknown">> {
  const accountId = accountOfToken(token);
  if (!accountId) return refused("linkUnknown");
  return db.transaction(async (tx) => {
    const stopped = await tx
      .update(account)
      .set({ wantsReminders: false })
      .where(and(eq(account.id, accountId), eq(account.wantsReminders, true)))
      .returning({ id: account.id });
    if (stopped.length > 0)
      await recordAudit(tx, {
        actorId: accountId,
        deed: "account:stopReminders",
        objectKind: "account",
        objectId: accountId,
      });
    return done(null);
  });
}
