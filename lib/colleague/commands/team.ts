import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { can, type StructureRole, type Viewer } from "@/lib/platform/policy";
import type { ColleagueRefusal } from "../labels";

export interface Member {
  id: string;
  role: StructureRole;
  /** False for someone who was invited and has not answered. */
  joined: boolean;
  addressConfirmed: boolean;
  createdAt: Date;
  row: typeof account.$inferSelect;
}

/**
 * Everyone of a structure, locked until the end of the transaction: whoever changes who belongs to
 * it waits here, so that two changes that are each right cannot together leave it without an
 * administrator. Locked before any offer.
 */
export async function lockTeam(tx: Transaction, structureId: string): Promise<Member[]> {
  // «No key update»: rows that merely refer to the structure can still be written meanwhile.
  await tx
    .select({ id: structure.id })
    .from(structure)
    .where(eq(structure.id, structureId))
    .for("no key update");
  const rows = await tx
    .select()
    .from(account)
    .where(and(eq(account.structureId, structureId), eq(account.state, "active")))
    .orderBy(asc(account.createdAt), asc(account.id))
    .for("no key update");
  return rows.map((row) => ({
    id: row.id,
    role: row.role === "administrator" ? "administrator" : "editor",
    joined: row.passwordHash !== null,
    addressConfirmed: row.emailConfirmedAt !== null,
    createdAt: row.createdAt,
    row,
  }));
}

export interface Managed {
  viewer: Extract<Viewer, { kind: "offeror" }>;
  team: Member[];
}

/**
 * The team of the viewer's structure, if the viewer manages it still: someone may just have taken
 * the role away.
 */
export async function lockManagedTeam(
  tx: Transaction,
  viewer: Viewer,
): Promise<Outcome<Managed, ColleagueRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:manage", viewer))
    return refused("notFound");
  const team = await lockTeam(tx, viewer.structureId);
  const self = team.find((member) => member.id === viewer.accountId);
  return self?.role === "administrator" ? done({ viewer, team }) : refused("notFound");
}

/** A colleague by id; missing and foreign answer alike. */
export async function lockColleague(
  tx: Transaction,
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<Managed & { colleague: Member }, ColleagueRefusal>> {
  const managed = await lockManagedTeam(tx, viewer);
  if (!managed.ok) return managed;
  const colleague = managed.data.team.find((member) => member.id === accountId);
  return colleague ? done({ ...managed.data, colleague }) : refused("notFound");
}
