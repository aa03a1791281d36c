import "server-only";
import { account } from "@/db/schema/account";
import { deleteInvitation, releaseExpiredInvitation } from "@/lib/people/account/commands/erase";
import { mailInvitation } from "@/lib/people/account/commands/invitation";
import type { Viewer } from "@/lib/platform/access/policy";
import { db, type Transaction } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { limitReached } from "@/lib/platform/visitor/throttle";
import type { MembershipRefusal } from "../labels";
import { managedTeam, type ManagedTeam, type Team } from "../rules";
import type { Invitation } from "../schema";
import {
  type LockedTeam,
  lockManagedTeam,
  lockMember,
  type Member,
  recordMembership,
} from "./team";

type Invited = Outcome<{ accountId: string }, MembershipRefusal>;

/** How long the team, or this address, waits for the next invitation; null when it need not. */
function heldInvitation({ structureId, managerId }: ManagedTeam, email: string) {
  return limitReached("invitation", { structure: structureId ?? managerId, target: email });
}

/** Whoever has not shown that an address is theirs has the portal write to nobody else. */
function mustConfirm({ structureId, manager }: LockedTeam): boolean {
  return structureId !== null && !manager.addressConfirmed;
}

/**
 * Makes an account that waits for its person, and mails the link. An address that has an account
 * keeps it.
 */
export async function invite(viewer: Viewer, team: Team, input: Invitation): Promise<Invited> {
  const managed = managedTeam(viewer, team);
  if (!managed) return refused("notFound");
  const held = await heldInvitation(managed, input.email);
  if (held) return refused("tooManyInvitations", undefined, held);
  try {
    return await db.transaction(async (tx) => {
      const locked = await lockManagedTeam(tx, viewer, team);
      if (!locked.ok) return locked;
      if (mustConfirm(locked.data)) return refused("addressToConfirm");
      const listed = locked.data.members.find(({ row }) => row.email === input.email);
      if (listed && team === "agency") return refused("alreadyModerator", "email");
      if (listed && !listed.joined) return refused("alreadyInvited", "email");
      await releaseExpiredInvitation(tx, input.email);
      return done({ accountId: await addAccount(tx, managed, input) });
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_email_unique")) return refused("emailTaken", "email");
    throw error;
  }
}

async function addAccount(
  tx: Transaction,
  managed: ManagedTeam,
  { role, ...person }: Invitation,
): Promise<string> {
  const accountId = newId();
  const administrator = role === "administrator";
  await tx.insert(account).values({
    id: accountId,
    ...person,
    ...(managed.team === "structure"
      ? {
          structureId: managed.structureId,
          role: administrator ? "administrator" : "editor",
          function: "",
        }
      : { role: "moderator", portalAdministrator: administrator, function: "Modération" }),
    phone: "",
    createdAt: now(),
  });
  await mailInvitation(tx, managed.team, accountId, person.email);
  await recordMembership(tx, managed, "invite", accountId, { role });
  return accountId;
}

/** Someone of the viewer's team who has not answered yet. */
async function lockInvited(
  tx: Transaction,
  viewer: Viewer,
  team: Team,
  accountId: string,
): Promise<Outcome<LockedTeam & { member: Member }, MembershipRefusal>> {
  const locked = await lockMember(tx, viewer, team, accountId);
  return locked.ok && locked.data.member.joined ? refused("alreadyJoined") : locked;
}

/** The same invitation with a new link: the earlier one stops working. */
export async function resendInvitation(
  viewer: Viewer,
  team: Team,
  accountId: string,
): Promise<Invited> {
  return db.transaction(async (tx) => {
    const locked = await lockInvited(tx, viewer, team, accountId);
    if (!locked.ok) return locked;
    const { member } = locked.data;
    if (mustConfirm(locked.data)) return refused("addressToConfirm");
    const held = await heldInvitation(locked.data, member.row.email);
    if (held) return refused("tooManyInvitations", undefined, held);
    await mailInvitation(tx, team, accountId, member.row.email);
    await recordMembership(tx, locked.data, "inviteAgain", accountId);
    return done({ accountId });
  });
}

/** Takes an invitation back; nothing of it stays but the entry in the log. */
export async function cancelInvitation(
  viewer: Viewer,
  team: Team,
  accountId: string,
): Promise<Outcome<null, MembershipRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockInvited(tx, viewer, team, accountId);
    if (!locked.ok) return locked;
    await deleteInvitation(tx, locked.data.member.row);
    await recordMembership(tx, locked.data, "cancelInvitation", accountId);
    return done(null);
  });
}
