import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { endSessions, voidTokens } from "@/lib/people/account/commands/tokens";
import { lockTeam } from "@/lib/people/membership/commands/team";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { type AccountCommand, accountMoves, type AccountRefusal } from "../rules";

/**
 * Closes the door to an account, or opens it again. Its sessions and the links mailed to it end at
 * once; its offers leave the catalogue with it and come back with it. Its owner is told.
 */
export async function switchAccount(
  viewer: Viewer,
  accountId: string,
  command: AccountCommand,
): Promise<Outcome<{ accountId: string }, AccountRefusal | "notFound">> {
  if (viewer.kind !== "moderator" || !can(viewer, "account:oversee")) return refused("notFound");
  const { from, to, refusal } = accountMoves[command];
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ structureId: account.structureId, email: account.email })
      .from(account)
      .where(and(eq(account.id, accountId), isNotNull(account.structureId)));
    if (!found?.structureId) return refused("notFound");
    // The order of every change of a team: the structure, then its people.
    await lockTeam(tx, found.structureId);
    const written = await tx
      .update(account)
      .set({ state: to, ...(to === "active" ? { enabledAt: now() } : {}) })
      .where(and(eq(account.id, accountId), eq(account.state, from)))
      .returning({ id: account.id });
    if (written.length !== 1) return refused(refusal);
    if (to === "disabled") {
      await endSessions(tx, accountId);
      await voidTokens(tx, accountId);
      // Who sees what it sees stops, and does not begin again when it is opened.
      await tx
        .update(session)
        .set({ viewingUntil: now() })
        .where(eq(session.viewingAccountId, accountId));
    }
    await enqueueMail(tx, "accountSwitched", found.email, { accountId });
    await refreshCatalogue(tx, { accountId });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: `account:${command}`,
      objectKind: "account",
      objectId: accountId,
    });
    return done({ accountId });
  });
}
