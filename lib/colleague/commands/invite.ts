import "server-only";
import { db } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { account } from "@/db/schema/account";
import { deleteInvitation, releaseExpiredInvitation } from "@/lib/account/commands/erase";
import { mailInvitation } from "@/lib/account/commands/invitation";
import { recordAudit } from "@/lib/audit/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { can, type Viewer } from "@/lib/platform/policy";
import { heldBack } from "@/lib/platform/throttle";
import type { ColleagueRefusal } from "../labels";
import type { Invitation } from "../schema";
import { lockColleague, lockManagedTeam, type Managed } from "./team";

/** Whoever has not shown that an address is theirs has the portal write to nobody else. */
function hasConfirmed({ viewer, team }: Managed): boolean {
  return team.some(({ id, addressConfirmed }) => id === viewer.accountId && addressConfirmed);
}

/**
 * Makes an account that waits for its person, and mails the link. An address that has an account
 * keeps it.
 */
export async function inviteColleague(
  viewer: Viewer,
  input: Invitation,
): Promise<Outcome<{ accountId: string }, ColleagueRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:manage", viewer))
    return refused("notFound");
  const held = await heldBack("invitation", { structure: viewer.structureId, target: input.email });
  if (held) return refused("tooManyInvitations", undefined, held);
  try {
    return await db.transaction(async (tx) => {
      const managed = await lockManagedTeam(tx, viewer);
      if (!managed.ok) return managed;
      if (!hasConfirmed(managed.data)) return refused("addressToConfirm");
      if (managed.data.team.some(({ joined, row }) => !joined && row.email === input.email))
        return refused("alreadyInvited", "email");
      await releaseExpiredInvitation(tx, input.email);
      const accountId = newId();
      const { structureId } = managed.data.viewer;
      await tx.insert(account).values({
        id: accountId,
        structureId,
        ...input,
        function: "",
        phone: "",
        createdAt: now(),
      });
      await mailInvitation(tx, accountId, input.email);
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "colleague:invite",
        objectKind: "structure",
        objectId: structureId,
        detail: { accountId, role: input.role },
      });
      return done({ accountId });
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_email_unique")) return refused("emailTaken", "email");
    throw error;
  }
}

/** The same invitation with a new link: the earlier one stops working. */
export async function resendInvitation(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<{ accountId: string }, ColleagueRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:manage", viewer))
    return refused("notFound");
  return db.transaction(async (tx) => {
    const locked = await lockColleague(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { colleague } = locked.data;
    if (colleague.joined) return refused("alreadyJoined");
    if (!hasConfirmed(locked.data)) return refused("addressToConfirm");
    const held = await heldBack("invitation", {
      structure: viewer.structureId,
      target: colleague.row.email,
    });
    if (held) return refused("tooManyInvitations", undefined, held);
    await mailInvitation(tx, accountId, colleague.row.email);
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "colleague:inviteAgain",
      objectKind: "structure",
      objectId: viewer.structureId,
      detail: { accountId },
    });
    return done({ accountId });
  });
}

/** Takes an invitation back; nothing of it stays but the entry in the log. */
export async function cancelInvitation(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockColleague(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { colleague, viewer: manager } = locked.data;
    if (colleague.joined) return refused("alreadyJoined");
    await deleteInvitation(tx, colleague.row);
    await recordAudit(tx, {
      actorId: manager.accountId,
      deed: "colleague:cancelInvitation",
      objectKind: "structure",
      objectId: manager.structureId,
      detail: { accountId },
    });
    return done(null);
  });
}
