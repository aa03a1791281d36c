import "server-only";
import { and, asc, eq, exists, isNotNull, isNull, max, ne, type SQL, sql } from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { foldedLike, holdsWords } from "@/lib/platform/database/holds-words";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import type { OverseenAccountDto } from "../schema";

/** The accounts of a structure, those who have joined first. Nothing for anyone but a moderator. */
export function accountsOf(viewer: Viewer, structureId: string): Promise<OverseenAccountDto[]> {
  return read(viewer, eq(account.structureId, structureId));
}

/**
 * One account of a structure; null for a moderator's own, for missing ones and for anyone but a
 * moderator.
 */
export async function overseenAccount(
  viewer: Viewer,
  accountId: string,
): Promise<OverseenAccountDto | null> {
  if (!isUuid(accountId)) return null;
  return (await read(viewer, eq(account.id, accountId)))[0] ?? null;
}

/** Accounts that are still open and hold every word in their name or their address. */
export function accountsNamed(words: string): SQL | undefined {
  const text = sql`${account.firstName} || ' ' || ${account.lastName} || ' ' || ${account.email}`;
  return and(
    ne(account.state, "closed"),
    holdsWords(words, (pattern) => [foldedLike(text, pattern)]),
  );
}

/** As many as stand above a list of structures. */
const mostFound = 10;

/**
 * Accounts of structures by name or address, however they are written; none for no words, and for
 * anyone but a moderator.
 */
export async function foundAccounts(viewer: Viewer, words: string): Promise<OverseenAccountDto[]> {
  const named = words.trim() === "" ? undefined : accountsNamed(words);
  return named ? (await read(viewer, named)).slice(0, mostFound) : [];
}

async function read(viewer: Viewer, where: SQL): Promise<OverseenAccountDto[]> {
  if (!can(viewer, "account:oversee")) return [];
  const lastSeen = db
    .select({ at: max(session.lastSeenAt).as("at") })
    .from(session)
    .where(eq(session.accountId, account.id))
    .as("last_seen");
  const held = db
    .select({ id: suspension.id })
    .from(suspension)
    .where(and(eq(suspension.accountId, account.id), isNull(suspension.liftedAt)));
  const rows = await db
    .select({
      account,
      structure: { id: structure.id, name: structure.name },
      lastSeenAt: lastSeen.at,
      held: sql<boolean>`${exists(held)}`,
    })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .leftJoinLateral(lastSeen, sql`true`)
    .where(and(where, isNotNull(account.structureId)))
    .orderBy(
      sql`${account.state} = 'closed'`,
      sql`${account.passwordHash} is null`,
      asc(account.createdAt),
      asc(account.id),
    )
    .limit(200);
  return rows.map(({ account: row, structure: of, lastSeenAt, held: isHeld }) => ({
    id: row.id,
    structure: of,
    name: fullName(row),
    email: row.state === "closed" ? "" : row.email,
    function: row.function,
    phone: row.phone,
    role: row.role === "administrator" ? "administrator" : "editor",
    standing: accountStateOf(row, isHeld),
    addressConfirmed: row.emailConfirmedAt !== null,
    lastSeenAt,
  }));
}

function accountStateOf(
  row: typeof account.$inferSelect,
  held: boolean,
): OverseenAccountDto["standing"] {
  if (row.state !== "active") return row.state;
  if (row.passwordHash === null) return "invited";
  return held ? "suspended" : "active";
}
