import "server-only";
import { and, asc, count, eq, gt, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { account, session, token } from "@/db/schema/account";
import { fullName } from "@/lib/account/full-name";
import { tokenIdOf } from "@/lib/account/token";
import { now } from "@/lib/platform/clock";
import { can, type ModeratorRole, type Viewer } from "@/lib/platform/policy";
import type { Digest } from "../rules";

export interface ModeratorDto {
  id: string;
  /** Empty for someone invited without a name. */
  name: string;
  email: string;
  role: ModeratorRole;
  standing: "joined" | "invited" | "invitationExpired" | "disabled";
  /** To the hour; null for someone who has not signed in for as long as sessions are kept. */
  lastSeenAt: Date | null;
  followedDepartments: string[];
  digest: Digest;
  isSelf: boolean;
}

/** Everyone who moderates, those who sign in first; nothing for who may not manage them. */
export async function moderatorsOf(viewer: Viewer): Promise<ModeratorDto[]> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:manage")) return [];
  const lastSeen = db
    .select({ at: max(session.lastSeenAt).as("at") })
    .from(session)
    .where(eq(session.accountId, account.id))
    .as("last_seen");
  const links = db
    .select({ usable: count().as("usable") })
    .from(token)
    // The operator's own command makes a link to choose a password.
    .where(
      and(
        eq(token.accountId, account.id),
        inArray(token.purpose, ["joinModerators", "choosePassword"]),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
      ),
    )
    .as("links");
  const rows = await db
    .select({ account, lastSeenAt: lastSeen.at, usableLinks: links.usable })
    .from(account)
    .leftJoinLateral(lastSeen, sql`true`)
    .leftJoinLateral(links, sql`true`)
    .where(and(eq(account.role, "moderator"), ne(account.state, "closed")))
    .orderBy(
      sql`${account.state} <> 'active'`,
      sql`${account.passwordHash} is null`,
      asc(account.lastName),
      asc(account.firstName),
      asc(account.id),
    );
  return rows.map(({ account: row, lastSeenAt, usableLinks }) => ({
    id: row.id,
    name: fullName(row),
    email: row.email,
    role: row.portalAdministrator ? "administrator" : "moderator",
    standing:
      row.state === "disabled"
        ? "disabled"
        : row.passwordHash !== null
          ? "joined"
          : usableLinks
            ? "invited"
            : "invitationExpired",
    lastSeenAt,
    followedDepartments: row.followedDepartments,
    digest: row.digest,
    isSelf: row.id === viewer.accountId,
  }));
}

/**
 * One moderator to manage; null for the viewer's own account, missing ones, and for who may not
 * manage.
 */
export async function managedModerator(
  viewer: Viewer,
  accountId: string,
): Promise<ModeratorDto | null> {
  return (await moderatorsOf(viewer)).find(({ id, isSelf }) => id === accountId && !isSelf) ?? null;
}

/** What the viewer follows and how they hear of it; null for anyone but a moderator. */
export async function ownPreferences(
  viewer: Viewer,
): Promise<{ departments: string[]; digest: Digest } | null> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:prefer")) return null;
  const [row] = await db
    .select({ departments: account.followedDepartments, digest: account.digest })
    .from(account)
    .where(eq(account.id, viewer.accountId));
  return row ?? null;
}

/**
 * What an invitation's link opens; null when it can no longer be answered. The link is the
 * permission.
 */
export async function moderatorInvitationOf(
  secret: string,
): Promise<{ email: string; firstName: string; lastName: string; role: ModeratorRole } | null> {
  const id = tokenIdOf(secret);
  if (!id) return null;
  const [row] = await db
    .select({
      email: account.email,
      firstName: account.firstName,
      lastName: account.lastName,
      portalAdministrator: account.portalAdministrator,
    })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, "joinModerators"),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
        eq(account.state, "active"),
        isNull(account.passwordHash),
      ),
    );
  if (!row) return null;
  const { portalAdministrator, ...person } = row;
  return { ...person, role: portalAdministrator ? "administrator" : "moderator" };
}
