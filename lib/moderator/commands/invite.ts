import "server-only";
import { db } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { account } from "@/db/schema/account";
import { deleteInvitation, releaseExpiredInvitation } from "@/lib/account/commands/erase";
import { mailModeratorInvitation } from "@/lib/account/commands/invitation";
import { recordAudit } from "@/lib/audit/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { can, type Viewer } from "@/lib/platform/policy";
import { heldBack } from "@/lib/platform/throttle";
import type { ModeratorRefusal } from "../labels";
import type { ModeratorInvitation } from "../schema";
import { lockManaged, lockModerator } from "./team";

/**
 * Makes a moderator's account that waits for its person, and mails the link. An address that has an
 * account keeps it.
 */
export async function inviteAmongModerators(
  viewer: Viewer,
  { role, ...input }: ModeratorInvitation,
): Promise<Outcome<{ accountId: string }, ModeratorRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:manage")) return refused("notFound");
  const held = await heldBack("invitation", { structure: viewer.accountId, target: input.email });
  if (held) return refused("tooManyInvitations", undefined, held);
  try {
    return await db.transaction(async (tx) => {
      const managing = await lockManaged(tx, viewer);
      if (!managing.ok) return managing;
      if (managing.data.moderators.some(({ row }) => row.email === input.email))
        return refused("alreadyModerator", "email");
      await releaseExpiredInvitation(tx, input.email);
      const accountId = newId();
      await tx.insert(account).values({
        id: accountId,
        role: "moderator",
        portalAdministrator: role === "administrator",
        ...input,
        function: "Modération",
        phone: "",
        createdAt: now(),
      });
      await mailModeratorInvitation(tx, accountId, input.email);
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "moderator:invite",
        objectKind: "account",
        objectId: accountId,
        detail: { role },
      });
      return done({ accountId });
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_email_unique")) return refused("emailTaken", "email");
    throw error;
  }
}

/** The same invitation with a new link: the earlier one stops working. */
export async function resendModeratorInvitation(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ModeratorRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockModerator(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { moderator, managerId } = locked.data;
    if (moderator.joined) return refused("alreadyJoined");
    const held = await heldBack("invitation", {
      structure: managerId,
      target: moderator.row.email,
    });
    if (held) return refused("tooManyInvitations", undefined, held);
    await mailModeratorInvitation(tx, accountId, moderator.row.email);
    await recordAudit(tx, {
      actorId: managerId,
      deed: "moderator:inviteAgain",
      objectKind: "account",
      objectId: accountId,
    });
    return done(null);
  });
}

/** Takes an invitation back; nothing of it stays but the entry in the log. */
export async function cancelModeratorInvitation(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ModeratorRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockModerator(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { moderator, managerId } = locked.data;
    if (moderator.joined) return refused("alreadyJoined");
    await deleteInvitation(tx, moderator.row);
    await recordAudit(tx, {
      actorId: managerId,
      deed: "moderator:cancelInvitation",
      objectKind: "account",
      objectId: accountId,
    });
    return done(null);
  });
}
