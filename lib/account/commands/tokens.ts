import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { session, token } from "@/db/schema/account";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { sessionLifetime } from "@/lib/platform/session-lifetime";
import { type TokenPurpose, tokenIdOf, tokenLifetime } from "../token";

export async function createToken(tx: Transaction, accountId: string, purpose: TokenPurpose): Promise<string> {
  const id = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + tokenLifetime[purpose] * 1000);
  await tx.insert(token).values({ id, accountId, purpose, createdAt, expiresAt });
  return id;
}

/**
 * Uses a link up, in one statement, so that of two clicks one wins.
 * @returns the account it belongs to, or null when it was used, expired or never made
 */
export async function consumeToken(tx: Transaction, secret: string, purpose: TokenPurpose): Promise<string | null> {
  const id = tokenIdOf(secret);
  if (!id) return null;
  const [row] = await tx
    .update(token)
    .set({ usedAt: now() })
    .where(and(eq(token.id, id), eq(token.purpose, purpose), isNull(token.usedAt), gt(token.expiresAt, now())))
    .returning({ accountId: token.accountId });
  return row?.accountId ?? null;
}

/** @returns the id of the new session, for its cookie */
export async function openSession(tx: Transaction, accountId: string): Promise<string> {
  const id = newId();
  const createdAt = now();
  await tx.insert(session).values({ id, accountId, createdAt, expiresAt: new Date(createdAt.getTime() + sessionLifetime * 1000) });
  return id;
}

export async function endSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: now() })
    .where(and(eq(session.accountId, accountId), isNull(session.revokedAt)));
}
