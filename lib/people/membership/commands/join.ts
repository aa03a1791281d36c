import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import {
  consumeToken,
  isLinkUsable,
  openSession,
  voidTokens,
} from "@/lib/people/account/commands/tokens";
import { hashPassword } from "@/lib/people/account/password";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { invitationPurposes } from "@/lib/platform/visitor/token";
import type { MembershipRefusal } from "../labels";
import type { Team } from "../rules";
import type { Joining } from "../schema";
import { recordMembership } from "./team";

/**
 * Answers an invitation. The link came by mail to this address: using it confirms the address as
 * well.
 */
export async function join(
  team: Team,
  { token, password, ...person }: Joining,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, MembershipRefusal>> {
  const purpose = invitationPurposes[team];
  if (!(await isLinkUsable(token, purpose))) return refused("linkUnusable");
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const accountId = await consumeToken(tx, token, purpose);
    if (!accountId) return refused("linkUnusable");
    const [joined] = await tx
      .update(account)
      .set({ ...person, passwordHash, emailConfirmedAt: now() })
      .where(
        and(
          eq(account.id, accountId),
          team === "structure" ? isNotNull(account.structureId) : eq(account.role, "moderator"),
          eq(account.state, "active"),
          isNull(account.passwordHash),
        ),
      )
      .returning({ structureId: account.structureId });
    if (!joined) return refused("linkUnusable");
    await voidTokens(tx, accountId);
    await recordMembership(tx, { ...joined, managerId: accountId }, "join", accountId);
    return done({ sessionId: await openSession(tx, accountId, userAgent) });
  });
}
