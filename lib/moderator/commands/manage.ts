import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { endSessions, voidTokens } from "@/lib/account/commands/tokens";
import { recordAudit } from "@/lib/audit/commands";
import { enqueueMail } from "@/lib/mail/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import type { ModeratorRole, Viewer } from "@/lib/platform/policy";
import type { ModeratorRefusal } from "../labels";
import { lockModerator } from "./team";

/** A role is read at each request, but a session opened under another one ends all the same. */
export async function changeModeratorRole(
  viewer: Viewer,
  input: { accountId: string; role: ModeratorRole },
): Promise<Outcome<null, ModeratorRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockModerator(tx, viewer, input.accountId);
    if (!locked.ok) return locked;
    const { moderator, managerId } = locked.data;
    const administrator = input.role === "administrator";
    if (moderator.administrator === administrator) return done(null);
    await tx
      .update(account)
      .set({ portalAdministrator: administrator })
      .where(eq(account.id, moderator.id));
    await endSessions(tx, moderator.id);
    if (moderator.signsIn)
      await enqueueMail(tx, "moderatorRoleChanged", moderator.row.email, {
        accountId: moderator.id,
      });
    await recordAudit(tx, {
      actorId: managerId,
      deed: "moderator:changeRole",
      objectKind: "account",
      objectId: moderator.id,
      detail: { role: input.role },
    });
    return done(null);
  });
}

/** Keeps someone out until they are let in again; what they decided stays theirs. */
export async function disableModerator(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ModeratorRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockModerator(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { moderator, managerId } = locked.data;
    if (!moderator.joined) return refused("notJoined");
    if (moderator.row.state === "disabled") return done(null);
    await tx.update(account).set({ state: "disabled" }).where(eq(account.id, accountId));
    await endSessions(tx, accountId);
    await voidTokens(tx, accountId);
    await recordAudit(tx, {
      actorId: managerId,
      deed: "moderator:disable",
      objectKind: "account",
      objectId: accountId,
    });
    return done(null);
  });
}

/** Lets someone in again, with the password and the role they had. */
export async function enableModerator(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ModeratorRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockModerator(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { moderator, managerId } = locked.data;
    if (moderator.row.state === "active") return done(null);
    await tx.update(account).set({ state: "active" }).where(eq(account.id, accountId));
    await recordAudit(tx, {
      actorId: managerId,
      deed: "moderator:enable",
      objectKind: "account",
      objectId: accountId,
    });
    return done(null);
  });
}
