import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { account, session, token } from "@/db/schema/account";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { hashing } from "@/lib/platform/load/lane";
import { now } from "@/lib/platform/values/clock";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { limitReached, takeBack } from "@/lib/platform/visitor/throttle";
import { tokenIdOf } from "@/lib/platform/visitor/token";
import type { AccountRefusal } from "../labels";
import { passwordMatches } from "../password";
import { openSession } from "./tokens";

export interface SignedIn {
  sessionId: string;
  space: "offeror" | "moderator";
}

/**
 * Same answer, same time, whether the address or the password is wrong or the account disabled. A
 * browser the account signed in with before is held back by what is tried in it, and by nothing
 * else.
 */
export async function signIn(
  input: { email: string; password: string },
  from: Caller = unknownCaller,
): Promise<Outcome<SignedIn, AccountRefusal>> {
  const [row] = await db
    .select({
      id: account.id,
      role: account.role,
      passwordHash: account.passwordHash,
      state: account.state,
    })
    .from(account)
    .where(eq(account.email, input.email));
  // An attempt that is turned away unheard is not counted against anybody.
  hashing.requireRoom();
  const own =
    row && from.device?.accountIds.includes(row.id)
      ? { account: row.id, device: from.device.id }
      : null;
  const stranger = { network: from.network, target: input.email };
  const held = own
    ? await limitReached("knownDevice", own)
    : await limitReached("signIn", stranger);
  if (held) return refused("tooManyAttempts", undefined, held);
  const matches = await passwordMatches(row?.passwordHash ?? null, input.password);
  if (!row || !matches || row.state !== "active") return refused("badCredentials");
  await (own ? takeBack("knownDevice", own) : takeBack("signIn", stranger));
  const sessionId = await db.transaction((tx) => openSession(tx, row.id, from.userAgent));
  return done({ sessionId, space: row.role === "moderator" ? "moderator" : "offeror" });
}

export async function signOut(viewer: Viewer): Promise<void> {
  if (viewer.kind === "anonymous") return;
  await db.update(session).set({ revokedAt: now() }).where(eq(session.id, viewer.sessionId));
}

/**
 * Signs in with a link printed at the start of a demonstration; refused in any other mode. Such a
 * link can serve again.
 */
export async function signInToDemo(
  secret: string,
  userAgent = "",
): Promise<Outcome<SignedIn, AccountRefusal>> {
  const id = tokenIdOf(secret);
  if (env.mode !== "demo" || !id) return refused("linkUnusable");
  const [row] = await db
    .select({ accountId: account.id, role: account.role })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .where(
      and(
        eq(token.id, id),
        eq(token.purpose, "demoSignIn"),
        gt(token.expiresAt, now()),
        eq(account.state, "active"),
      ),
    );
  if (!row) return refused("linkUnusable");
  const sessionId = await db.transaction((tx) => openSession(tx, row.accountId, userAgent));
  return done({ sessionId, space: row.role === "moderator" ? "moderator" : "offeror" });
}
