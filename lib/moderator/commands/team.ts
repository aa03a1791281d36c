import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { account } from "@/db/schema/account";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { can, type Viewer } from "@/lib/platform/policy";
import type { ModeratorRefusal } from "../labels";
import type { ListedModerator } from "../rules";

export interface ModeratorMember extends ListedModerator {
  /** False for someone who was invited and has not answered. */
  joined: boolean;
  row: typeof account.$inferSelect;
}

/**
 * Everyone who moderates, locked until the end of the transaction: whoever changes who may waits
 * here, so that two changes that are each right cannot together leave the portal without an
 * administrator.
 */
export async function lockModerators(tx: Transaction): Promise<ModeratorMember[]> {
  const rows = await tx
    .select()
    .from(account)
    .where(and(eq(account.role, "moderator"), ne(account.state, "closed")))
    .orderBy(asc(account.id))
    .for("no key update");
  return rows.map((row) => ({
    id: row.id,
    administrator: row.portalAdministrator,
    signsIn: row.state === "active" && row.passwordHash !== null,
    joined: row.passwordHash !== null,
    row,
  }));
}

export interface Managing {
  managerId: string;
  moderators: ModeratorMember[];
}

/** The moderators, if the viewer manages them still: someone may just have taken the role away. */
export async function lockManaged(
  tx: Transaction,
  viewer: Viewer,
): Promise<Outcome<Managing, ModeratorRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:manage")) return refused("notFound");
  const moderators = await lockModerators(tx);
  const self = moderators.find(({ id }) => id === viewer.accountId);
  return self?.administrator && self.signsIn
    ? done({ managerId: self.id, moderators })
    : refused("notFound");
}

/** Another moderator by id. Whoever asks stays an administrator, so one is always left. */
export async function lockModerator(
  tx: Transaction,
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<Managing & { moderator: ModeratorMember }, ModeratorRefusal>> {
  const managing = await lockManaged(tx, viewer);
  if (!managing.ok) return managing;
  if (accountId === managing.data.managerId) return refused("yourself");
  const moderator = managing.data.moderators.find(({ id }) => id === accountId);
  return moderator ? done({ ...managing.data, moderator }) : refused("notFound");
}
