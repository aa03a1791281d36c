import "server-only";
import { and, asc, count, eq, gt, isNull, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { account, session, token } from "@/db/schema/account";
import { offer } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { fullName } from "@/lib/account/full-name";
import { tokenIdOf } from "@/lib/account/token";
import { now } from "@/lib/platform/clock";
import { can, type StructureRole, type Viewer } from "@/lib/platform/policy";

export interface ColleagueDto {
  id: string;
  /** Empty for someone invited without a name. */
  name: string;
  email: string;
  role: StructureRole;
  standing: "joined" | "invited" | "invitationExpired";
  addressConfirmed: boolean;
  /** To the hour; null for someone who has not signed in for as long as sessions are kept. */
  lastSeenAt: Date | null;
  offers: number;
  isSelf: boolean;
}

/**
 * The people of the viewer's structure, those who have joined first. Nothing for anyone who belongs
 * to none.
 */
export async function colleaguesOf(viewer: Viewer): Promise<ColleagueDto[]> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:read", viewer)) return [];
  const lastSeen = db
    .select({ at: max(session.lastSeenAt).as("at") })
    .from(session)
    .where(eq(session.accountId, account.id))
    .as("last_seen");
  const deposited = db
    .select({ offers: count().as("offers") })
    .from(offer)
    .where(
      and(
        eq(offer.structureId, viewer.structureId),
        eq(offer.accountId, account.id),
        isNull(offer.deletedAt),
      ),
    )
    .as("deposited");
  const links = db
    .select({ usable: count().as("usable") })
    .from(token)
    .where(
      and(
        eq(token.accountId, account.id),
        eq(token.purpose, "joinStructure"),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
      ),
    )
    .as("links");
  const rows = await db
    .select({
      account,
      lastSeenAt: lastSeen.at,
      offers: deposited.offers,
      usableLinks: links.usable,
    })
    .from(account)
    .leftJoinLateral(lastSeen, sql`true`)
    .leftJoinLateral(deposited, sql`true`)
    .leftJoinLateral(links, sql`true`)
    .where(and(eq(account.structureId, viewer.structureId), eq(account.state, "active")))
    .orderBy(sql`${account.passwordHash} is null`, asc(account.createdAt), asc(account.id));
  return rows.map((row) => ({
    id: row.account.id,
    name: fullName(row.account),
    email: row.account.email,
    role: row.account.role === "administrator" ? "administrator" : "editor",
    standing:
      row.account.passwordHash !== null
        ? "joined"
        : row.usableLinks
          ? "invited"
          : "invitationExpired",
    addressConfirmed: row.account.emailConfirmedAt !== null,
    lastSeenAt: row.lastSeenAt,
    offers: row.offers ?? 0,
    isSelf: row.account.id === viewer.accountId,
  }));
}

/**
 * One colleague to manage; null for the viewer's own account, foreign and missing ones, and for who
 * may not manage.
 */
export async function managedColleague(
  viewer: Viewer,
  accountId: string,
): Promise<ColleagueDto | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:manage", viewer)) return null;
  return (await colleaguesOf(viewer)).find(({ id, isSelf }) => id === accountId && !isSelf) ?? null;
}

export interface InvitationDto {
  structureName: string;
  email: string;
  firstName: string;
  lastName: string;
  role: StructureRole;
}

/**
 * What an invitation's link opens; null when it can no longer be answered. The link is the
 * permission.
 */
export async function invitationOf(secret: string): Promise<InvitationDto | null> {
  const id = tokenIdOf(secret);
  if (!id) return null;
  const [row] = await db
    .select({
      structureName: structure.name,
      email: account.email,
      firstName: account.firstName,
      lastName: account.lastName,
      role: account.role,
    })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, "joinStructure"),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
        eq(account.state, "active"),
        isNull(account.passwordHash),
      ),
    );
  return row ? { ...row, role: row.role === "administrator" ? "administrator" : "editor" } : null;
}
