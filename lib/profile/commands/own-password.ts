import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { attemptsADay, signInKey } from "@/lib/account/commands/sign-in";
import { passwordMatches } from "@/lib/account/password";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { can, type Viewer } from "@/lib/platform/policy";
import { resetLimit, withinLimit } from "@/lib/platform/throttle";
import type { ProfileRefusal } from "../labels";

export type SignedInViewer = Exclude<Viewer, { kind: "anonymous" }>;

/**
 * Whether the one who asks knows the account's password: a session left open must not be enough to take an account
 * over. Guesses here and at the sign-in count together.
 */
export async function knowsPassword(viewer: Viewer, password: string): Promise<Outcome<{ viewer: SignedInViewer; email: string }, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  const [row] = await db
    .select({ email: account.email, passwordHash: account.passwordHash })
    .from(account)
    .where(and(eq(account.id, viewer.accountId), eq(account.state, "active")));
  if (!row) return refused("notFound");
  if (!(await withinLimit(signInKey(row.email), attemptsADay, 24 * 3600))) return refused("tooManyAttempts");
  if (!(await passwordMatches(row.passwordHash, password))) return refused("badPassword", "currentPassword");
  await resetLimit(signInKey(row.email));
  return done({ viewer, email: row.email });
}
