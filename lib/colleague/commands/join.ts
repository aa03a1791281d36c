import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { hashPassword } from "@/lib/account/password";
import { consumeToken, openSession } from "@/lib/account/commands/tokens";
import { recordAudit } from "@/lib/audit/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import type { ColleagueRefusal } from "../labels";
import type { Joining } from "../schema";

/**
 * Answers an invitation. The link came by mail to this address: using it confirms the address as
 * well.
 */
export async function joinStructure(
  { token, password, ...identity }: Joining,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, ColleagueRefusal>> {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const accountId = await consumeToken(tx, token, "joinStructure");
    if (!accountId) return refused("linkUnusable");
    const [joined] = await tx
      .update(account)
      .set({ ...identity, passwordHash, emailConfirmedAt: now() })
      .where(
        and(eq(account.id, accountId), eq(account.state, "active"), isNull(account.passwordHash)),
      )
      .returning({ structureId: account.structureId });
    if (!joined?.structureId) return refused("linkUnusable");
    await recordAudit(tx, {
      actorId: accountId,
      deed: "colleague:join",
      objectKind: "structure",
      objectId: joined.structureId,
      detail: { accountId },
    });
    return done({ sessionId: await openSession(tx, accountId, userAgent) });
  });
}
