import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";

const minutes = 30;

/**
 * From the next request on this moderator sees the portal as the account sees it, and can do
 * nothing with it, for half an hour or until {@link endViewAs}. The log says so before anything is
 * shown.
 */
export async function viewAs(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, "notFound">> {
  if (viewer.kind !== "moderator" || !can(viewer, "account:oversee")) return refused("notFound");
  return db.transaction(async (tx) => {
    const [seen] = await tx
      .select({ structureId: structure.id })
      .from(account)
      .innerJoin(structure, eq(structure.id, account.structureId))
      .where(
        and(
          eq(account.id, accountId),
          eq(account.state, "active"),
          isNotNull(account.passwordHash),
          eq(structure.state, "active"),
        ),
      );
    if (!seen) return refused("notFound");
    const written = await tx
      .update(session)
      .set({
        viewingAccountId: accountId,
        viewingUntil: new Date(now().getTime() + minutes * 60_000),
      })
      .where(and(eq(session.id, viewer.sessionId), eq(session.accountId, viewer.accountId)))
      .returning({ id: session.id });
    if (written.length !== 1) return refused("notFound");
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "structure:view",
      objectKind: "structure",
      objectId: seen.structureId,
      detail: { accountId },
    });
    return done(null);
  });
}

/**
 * The moderator is a moderator again. Who leaves from a page older than the half hour already is
 * one, and gets back all the same.
 * @returns the account that was looked at; null when that is no longer known
 */
export async function endViewAs(
  viewer: Viewer,
): Promise<Outcome<{ accountId: string | null }, "notFound">> {
  const moderatorId =
    viewer.kind === "offeror"
      ? viewer.viewedBy?.accountId
      : viewer.kind === "moderator"
        ? viewer.accountId
        : undefined;
  if (viewer.kind === "anonymous" || !moderatorId) return refused("notFound");
  const own = and(eq(session.id, viewer.sessionId), eq(session.accountId, moderatorId));
  const [row] = await db.select({ accountId: session.viewingAccountId }).from(session).where(own);
  await db.update(session).set({ viewingAccountId: null, viewingUntil: null }).where(own);
  return done({ accountId: row?.accountId ?? null });
}
