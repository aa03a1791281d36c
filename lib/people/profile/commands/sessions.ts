import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { session } from "@/db/schema/account";
import { endSessions } from "@/lib/people/account/commands/tokens";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import type { ProfileRefusal } from "../labels";

/**
 * Ends one of the viewer's sessions; one that is missing, foreign or over already changes nothing.
 */
export async function endSession(
  viewer: Viewer,
  sessionId: string,
): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  await db
    .update(session)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(session.id, sessionId),
        eq(session.accountId, viewer.accountId),
        isNull(session.revokedAt),
      ),
    );
  return done(null);
}

/** Ends every session of the viewer but this one. */
export async function endOtherSessions(viewer: Viewer): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  await db.transaction((tx) => endSessions(tx, viewer.accountId, viewer.sessionId));
  return done(null);
}
