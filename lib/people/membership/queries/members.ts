import "server-only";
import { and, asc, count, eq, gt, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { account, session, token } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { offer } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { fullName } from "@/lib/platform/values/full-name";
import { invitationPurposes, tokenIdOf } from "@/lib/platform/visitor/token";
import { managedTeam, type MemberRole, roleOf, type Team } from "../rules";

export interface MemberDto {
  id: string;
  /** Empty for someone invited without a name. */
  name: string;
  email: string;
  role: MemberRole;
  standing: "joined" | "invited" | "invitationExpired" | "disabled";
  addressConfirmed: boolean;
  /** To the hour; null for someone who has not signed in for as long as sessions are kept. */
  lastSeenAt: Date | null;
  /** Of the structure, in their name; none for a moderator. */
  offers: number;
  /** What a moderator follows, and how they hear of it. */
  followedDepartments: string[];
  digest: typeof account.$inferSelect.digest;
  isSelf: boolean;
}

/**
 * The accounts of a team: a structure's that are open, the agency's that are open or disabled.
 * @param structureId null for the agency's
 */
export function isOfTeam(structureId: string | null) {
  return structureId
    ? and(eq(account.structureId, structureId), eq(account.state, "active"))
    : and(eq(account.role, "moderator"), ne(account.state, "closed"));
}

/**
 * The people of the viewer's structure; everyone who moderates, for who may manage them. Those who
 * sign in first; nothing for anyone else.
 */
export async function membersOf(viewer: Viewer, team: Team): Promise<MemberDto[]> {
  if (viewer.kind === "anonymous") return [];
  const readsColleagues =
    team === "structure" && viewer.kind === "offeror" && can(viewer, "colleague:read", viewer);
  if (!readsColleagues && !managedTeam(viewer, team)) return [];
  const structureId = readsColleagues ? viewer.structureId : null;
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
        eq(offer.structureId, account.structureId),
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
        // The operator's own command makes a link to choose a password.
        inArray(token.purpose, [...Object.values(invitationPurposes), "choosePassword"]),
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
    .where(isOfTeam(structureId))
    .orderBy(
      sql`${account.state} <> 'active'`,
      sql`${account.passwordHash} is null`,
      ...(structureId ? [asc(account.createdAt)] : [asc(account.lastName), asc(account.firstName)]),
      asc(account.id),
    );
  return rows.map(({ account: row, lastSeenAt, offers, usableLinks }) => ({
    id: row.id,
    name: fullName(row),
    email: row.email,
    role: roleOf(row),
    standing: memberStateOf(row, usableLinks),
    addressConfirmed: row.emailConfirmedAt !== null,
    lastSeenAt,
    offers,
    followedDepartments: row.followedDepartments,
    digest: row.digest,
    isSelf: row.id === viewer.accountId,
  }));
}

function memberStateOf(
  { state, passwordHash }: Pick<typeof account.$inferSelect, "state" | "passwordHash">,
  usableLinks: number,
): MemberDto["standing"] {
  if (state === "disabled") return "disabled";
  if (passwordHash !== null) return "joined";
  return usableLinks > 0 ? "invited" : "invitationExpired";
}

/**
 * One member to manage; null for the viewer's own account, foreign and missing ones, and for who
 * may not manage.
 */
export async function managedMember(
  viewer: Viewer,
  team: Team,
  accountId: string,
): Promise<MemberDto | null> {
  if (!managedTeam(viewer, team)) return null;
  const members = await membersOf(viewer, team);
  return members.find(({ id, isSelf }) => id === accountId && !isSelf) ?? null;
}

export interface InvitationDto {
  /** Undefined for the agency's. */
  structureName: string | undefined;
  email: string;
  firstName: string;
  lastName: string;
  role: MemberRole;
}

/**
 * What an invitation's link opens; null when it can no longer be answered. The link is the
 * permission.
 */
export async function invitationOf(team: Team, secret: string): Promise<InvitationDto | null> {
  const id = tokenIdOf(secret);
  if (!id) return null;
  const [row] = await db
    .select({ account, structureName: structure.name })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .leftJoin(structure, eq(structure.id, account.structureId))
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, invitationPurposes[team]),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
        eq(account.state, "active"),
        isNull(account.passwordHash),
      ),
    );
  if (!row) return null;
  const { email, firstName, lastName } = row.account;
  const structureName = row.structureName ?? undefined;
  return { structureName, email, firstName, lastName, role: roleOf(row.account) };
}
