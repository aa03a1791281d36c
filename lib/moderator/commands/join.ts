import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { consumeToken, openSession, voidTokens } from "@/lib/account/commands/tokens";
import { hashPassword } from "@/lib/account/password";
import { recordAudit } from "@/lib/audit/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import type { ModeratorRefusal } from "../labels";
import type { ModeratorJoining } from "../schema";

/**
 * Answers an invitation. The link came by mail to this address: using it confirms the address as
 * well.
 */
export async function joinModerators(
  { token, password, ...name }: ModeratorJoining,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, ModeratorRefusal>> {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const accountId = await consumeToken(tx, token, "joinModerators");
    if (!accountId) return refused("linkUnusable");
    const joined = await tx
      .update(account)
      .set({ ...name, passwordHash, emailConfirmedAt: now() })
      .where(
        and(
          eq(account.id, accountId),
          eq(account.role, "moderator"),
          eq(account.state, "active"),
          isNull(account.passwordHash),
        ),
      )
      .returning({ id: account.id });
    if (joined.length === 0) return refused("linkUnusable");
    await voidTokens(tx, accountId);
    await recordAudit(tx, {
      actorId: accountId,
      deed: "moderator:join",
      objectKind: "account",
      objectId: accountId,
    });
    return done({ sessionId: await openSession(tx, accountId, userAgent) });
  });
}
