import "server-only";
import { asc, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import type { Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import type { MembershipRefusal } from "../labels";
import { isOfTeam } from "../queries/members";
import { type ListedMember, type ManagedTeam, managedTeam, roleOf, type Team } from "../rules";

export interface Member extends ListedMember {
  /** False for someone who was invited and has not answered. */
  joined: boolean;
  addressConfirmed: boolean;
  createdAt: Date;
  row: typeof account.$inferSelect;
}

/**
 * Everyone of a team, locked until the end of the transaction: whoever changes who belongs to it
 * waits here, so that two changes that are each right cannot together leave it without an
 * administrator. Locked before any offer.
 * @param structureId null for the agency's
 */
export async function lockTeam(tx: Transaction, structureId: string | null): Promise<Member[]> {
  // «No key update»: rows that merely refer to the structure can still be written meanwhile.
  if (structureId)
    await tx
      .select({ id: structure.id })
      .from(structure)
      .where(eq(structure.id, structureId))
      .for("no key update");
  const rows = await tx
    .select()
    .from(account)
    .where(isOfTeam(structureId))
    .orderBy(asc(account.createdAt), asc(account.id))
    .for("no key update");
  return rows.map((row) => ({
    id: row.id,
    role: roleOf(row),
    signsIn: row.state === "active" && row.passwordHash !== null,
    joined: row.passwordHash !== null,
    addressConfirmed: row.emailConfirmedAt !== null,
    createdAt: row.createdAt,
    row,
  }));
}

export interface LockedTeam extends ManagedTeam {
  manager: Member;
  members: Member[];
}

/** The viewer's team, if the viewer manages it still: someone may just have taken the role away. */
export async function lockManagedTeam(
  tx: Transaction,
  viewer: Viewer,
  team: Team,
): Promise<Outcome<LockedTeam, MembershipRefusal>> {
  const managed = managedTeam(viewer, team);
  if (!managed) return refused("notFound");
  const members = await lockTeam(tx, managed.structureId);
  const manager = members.find(({ id }) => id === managed.managerId);
  return manager?.role === "administrator" && manager.signsIn
    ? done({ ...managed, manager, members })
    : refused("notFound");
}

/**
 * Another member by id; missing and foreign answer alike. Whoever asks stays an administrator, so
 * one is always left.
 */
export async function lockMember(
  tx: Transaction,
  viewer: Viewer,
  team: Team,
  accountId: string,
): Promise<Outcome<LockedTeam & { member: Member }, MembershipRefusal>> {
  const locked = await lockManagedTeam(tx, viewer, team);
  if (!locked.ok) return locked;
  if (accountId === locked.data.managerId) return refused("yourself");
  const member = locked.data.members.find(({ id }) => id === accountId);
  return member ? done({ ...locked.data, member }) : refused("notFound");
}

/**
 * Structures read who did what to whom; the agency's log stands under the account itself.
 * @param by `managerId` is who did it, null for the portal itself
 */
export function recordMembership(
  tx: Transaction,
  by: { structureId: string | null; managerId: string | null },
  deed: string,
  accountId: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { structureId, managerId: actorId } = by;
  return recordAudit(tx, {
    actorId,
    ...(structureId
      ? { deed: `colleague:${deed}`, objectKind: "structure", objectId: structureId }
      : { deed: `moderator:${deed}`, objectKind: "account", objectId: accountId }),
    detail: structureId ? { accountId, ...detail } : detail,
  });
}
