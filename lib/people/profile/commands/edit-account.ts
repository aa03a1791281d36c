import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { endSessions, openSession, voidTokens } from "@/lib/people/account/commands/tokens";
import { hashPassword } from "@/lib/people/account/password";
import type { Identity } from "@/lib/people/account/person";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import type { ProfileRefusal } from "../labels";
import { knowsPassword } from "./own-password";

/** Name, function and telephone of the viewer. */
export async function editIdentity(
  viewer: Viewer,
  { lastName, firstName, function: title, phone }: Identity,
): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  return db.transaction(async (tx) => {
    const written = await tx
      .update(account)
      .set({ lastName, firstName, function: title, phone })
      .where(and(eq(account.id, viewer.accountId), eq(account.state, "active")))
      .returning({ id: account.id });
    if (written.length === 0) return refused("notFound");
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "account:edit",
      objectKind: "account",
      objectId: viewer.accountId,
    });
    return done(null);
  });
}

/** Which of the mails that can be declined the viewer wants. */
export async function chooseMails(
  viewer: Viewer,
  wanted: { receipts: boolean; reminders: boolean },
): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  const written = await db
    .update(account)
    .set({ wantsReceipts: wanted.receipts, wantsReminders: wanted.reminders })
    .where(and(eq(account.id, viewer.accountId), eq(account.state, "active")))
    .returning({ id: account.id });
  return written.length === 1 ? done(null) : refused("notFound");
}

/**
 * Another password, for who knows the present one. Every session ends, and so do the links that
 * were mailed before.
 * @returns the session that goes on
 */
export async function changePassword(
  viewer: Viewer,
  input: { currentPassword: string; password: string },
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, ProfileRefusal>> {
  const known = await knowsPassword(viewer, input.currentPassword);
  if (!known.ok) return known;
  const { accountId } = known.data.viewer;
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(account)
      .set({ passwordHash, newEmail: null })
      .where(and(eq(account.id, accountId), eq(account.state, "active")))
      .returning({ email: account.email });
    if (!changed) return refused("notFound");
    await endSessions(tx, accountId);
    for (const purpose of ["choosePassword", "changeAddress"] as const)
      await voidTokens(tx, accountId, purpose);
    await enqueueMail(tx, "passwordChanged", changed.email, { accountId });
    await recordAudit(tx, {
      actorId: accountId,
      deed: "account:changePassword",
      objectKind: "account",
      objectId: accountId,
    });
    return done({ sessionId: await openSession(tx, accountId, userAgent) });
  });
}
