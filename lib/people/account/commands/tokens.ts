import "server-only";
import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { session, token } from "@/db/schema/account";
import { sessionLifetime } from "@/lib/platform/access/session-lifetime";
import { db, type Transaction } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { tokenIdOf, tokenLifetime, type TokenPurpose } from "@/lib/platform/visitor/token";

export async function createToken(
  tx: Transaction,
  accountId: string,
  purpose: TokenPurpose,
): Promise<string> {
  const id = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + tokenLifetime[purpose] * 1000);
  await tx.insert(token).values({ id, accountId, purpose, createdAt, expiresAt });
  return id;
}

/** Whether a link can still be used, for the page it opens; using it checks again. */
export async function isLinkUsable(secret: string, purpose: TokenPurpose): Promise<boolean> {
  const id = tokenIdOf(secret);
  if (!id) return false;
  const [row] = await db
    .select({ id: token.id })
    .from(token)
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, purpose),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
      ),
    );
  return row !== undefined;
}

/**
 * Uses a link up, in one statement, so that of two clicks one wins.
 * @returns the account it belongs to, or null when it was used, expired or never made
 */
export async function consumeToken(
  tx: Transaction,
  secret: string,
  purpose: TokenPurpose,
): Promise<string | null> {
  const id = tokenIdOf(secret);
  if (!id) return null;
  const [row] = await tx
    .update(token)
    .set({ usedAt: now() })
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, purpose),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
      ),
    )
    .returning({ accountId: token.accountId });
  return row?.accountId ?? null;
}

/**
 * Makes every link of an account useless: they were mailed to an address, or for a state, that no
 * longer counts.
 */
export async function voidTokens(
  tx: Transaction,
  accountId: string,
  purpose?: TokenPurpose,
): Promise<void> {
  await tx
    .update(token)
    .set({ usedAt: now() })
    .where(
      and(
        eq(token.accountId, accountId),
        isNull(token.usedAt),
        purpose ? eq(token.purpose, purpose) : undefined,
      ),
    );
}

/**
 * @param userAgent the browser as it presents itself, for the owner to recognise the session
 * @returns the id of the new session, for its cookie
 */
export async function openSession(
  tx: Transaction,
  accountId: string,
  userAgent = "",
): Promise<string> {
  const id = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + sessionLifetime * 1000);
  await tx.insert(session).values({
    id,
    accountId,
    createdAt,
    expiresAt,
    userAgent: userAgent.slice(0, 300),
    lastSeenAt: createdAt,
  });
  return id;
}

/** @param but a session that goes on */
export async function endSessions(tx: Transaction, accountId: string, but?: string): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.revokedAt),
        but ? ne(session.id, but) : undefined,
      ),
    );
}
