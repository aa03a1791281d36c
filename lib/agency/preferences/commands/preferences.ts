import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { digestAccountOf } from "../queries/digest";
import type { Preferences } from "../schema";

/**
 * What the viewer follows and how they hear of it. Departments outside the region are nobody's to
 * follow.
 */
export async function choosePreferences(
  viewer: Viewer,
  { departments, digest }: Preferences,
): Promise<Outcome<null, "notFound">> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:prefer")) return refused("notFound");
  const followedDepartments = env.agency.departments.filter((code) => departments.includes(code));
  await db
    .update(account)
    // A rhythm that was just chosen counts from now: the first mail is tomorrow's, or next
    // Monday's.
    .set({
      followedDepartments,
      digest,
      digestedAt: sql`case when ${account.digest} = ${digest} then ${account.digestedAt} else ${now().toISOString()}::timestamptz end`,
    })
    .where(and(eq(account.id, viewer.accountId), eq(account.role, "moderator")));
  return done(null);
}

/** Ends the digests of the account a link was sent to. Doing it twice is doing it once. */
export async function stopDigest(token: string): Promise<Outcome<null, "linkUnknown">> {
  const accountId = digestAccountOf(token);
  if (!accountId) return refused("linkUnknown");
  return db.transaction(async (tx) => {
    const stopped = await tx
      .update(account)
      .set({ digest: "never" })
      .where(
        and(eq(account.id, accountId), eq(account.role, "moderator"), ne(account.digest, "never")),
      )
      .returning({ id: account.id });
    if (stopped.length > 0)
      await recordAudit(tx, {
        actorId: accountId,
        deed: "moderator:stopDigest",
        objectKind: "account",
        objectId: accountId,
      });
    return done(null);
  });
}
