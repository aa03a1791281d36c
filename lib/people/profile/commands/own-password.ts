import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { passwordMatches } from "@/lib/people/account/password";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { wasSent } from "@/lib/platform/database/once";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { hashing } from "@/lib/platform/load/lane";
import { limitReached, takeBack } from "@/lib/platform/visitor/throttle";
import type { ProfileRefusal } from "../labels";

export type SignedInViewer = Exclude<Viewer, { kind: "anonymous" }>;

/**
 * Whether the one who asks knows the account's password: a session left open must not be enough to
 * take an account over. Guesses count for the session they are made in: those made elsewhere, and
 * at the sign-in, hold nobody back here.
 */
export async function knowsPassword(
  viewer: Viewer,
  password: string,
): Promise<Outcome<{ viewer: SignedInViewer; email: string }, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  const [row] = await db
    .select({ email: account.email, passwordHash: account.passwordHash })
    .from(account)
    .where(and(eq(account.id, viewer.accountId), eq(account.state, "active")));
  if (!row) return refused("notFound");
  hashing.requireRoom();
  const guess = { account: viewer.accountId, device: viewer.sessionId };
  const held = await limitReached("knownDevice", guess);
  if (held) return refused("tooManyAttempts", undefined, held);
  if (!(await passwordMatches(row.passwordHash, password)) && !(await wasSent(db)))
    return refused("badPassword", "currentPassword");
  await takeBack("knownDevice", guess);
  return done({ viewer, email: row.email });
}
