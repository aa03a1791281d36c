import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { account } from "@/db/schema/account";
import type { Left } from "@/lib/offer/draft/commands/submit-waiting";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { releaseExpiredInvitation } from "@/lib/people/account/commands/erase";
import { addressConfirmed } from "@/lib/people/account/commands/links";
import { consumeToken, createToken, voidTokens } from "@/lib/people/account/commands/tokens";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { limitReached } from "@/lib/platform/visitor/throttle";
import type { ProfileRefusal } from "../labels";
import { knowsPassword } from "./own-password";

/**
 * Asks for another address: it replaces the present one when the link mailed to it is used; the
 * present one is told at once. An address that has an account gets the same answer here, and a word
 * to its owner instead of a link.
 */
export async function requestAddressChange(
  viewer: Viewer,
  input: { email: string; currentPassword: string },
): Promise<Outcome<null, ProfileRefusal>> {
  const known = await knowsPassword(viewer, input.currentPassword);
  if (!known.ok) return known;
  const { email } = input;
  const { accountId } = known.data.viewer;
  if (email === known.data.email) return refused("sameAddress", "email");
  const held = await limitReached("addressChange", { account: accountId, target: email });
  if (held) return refused("mailedRecently", undefined, held);
  return db.transaction(async (tx) => {
    const [asked] = await tx
      .update(account)
      .set({ newEmail: email })
      .where(and(eq(account.id, accountId), eq(account.state, "active")))
      .returning({ email: account.email });
    if (!asked) return refused("notFound");
    await voidTokens(tx, accountId, "changeAddress");
    await releaseExpiredInvitation(tx, email);
    const [taken] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.email, email), ne(account.id, accountId)));
    const tokenId = await createToken(tx, accountId, "changeAddress");
    if (taken) await enqueueMail(tx, "addressTaken", email, { accountId: taken.id });
    else await enqueueMail(tx, "confirmNewAddress", email, { accountId, tokenId });
    await enqueueMail(tx, "addressChangeAsked", asked.email, { accountId });
    await recordAudit(tx, {
      actorId: accountId,
      deed: "account:askAddressChange",
      objectKind: "account",
      objectId: accountId,
    });
    return done(null);
  });
}

/** Keeps the present address after all; the link that was mailed stops working. */
export async function cancelAddressChange(viewer: Viewer): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return refused("notFound");
  return db.transaction(async (tx) => {
    await tx.update(account).set({ newEmail: null }).where(eq(account.id, viewer.accountId));
    await voidTokens(tx, viewer.accountId, "changeAddress");
    return done(null);
  });
}

/**
 * Swaps the addresses. Links mailed to the one before stop working: whoever reads that mailbox has
 * no more say. Should someone have taken the new address meanwhile, nothing changes.
 */
export async function confirmNewAddress(secret: string): Promise<Outcome<Left, ProfileRefusal>> {
  try {
    return await db.transaction(async (tx) => {
      const accountId = await consumeToken(tx, secret, "changeAddress");
      if (!accountId) return refused("linkUnusable");
      const [row] = await tx.select().from(account).where(eq(account.id, accountId)).for("update");
      if (!row?.newEmail || row.state !== "active") return refused("linkUnusable");
      await tx
        .update(account)
        .set({ email: row.newEmail, newEmail: null, emailConfirmedAt: now() })
        .where(eq(account.id, accountId));
      await voidTokens(tx, accountId);
      const isFirst = row.emailConfirmedAt === null;
      const left = isFirst
        ? await addressConfirmed(tx, accountId)
        : { submitted: 0, incomplete: 0 };
      if (!isFirst) await refreshCatalogue(tx, { accountId });
      await recordAudit(tx, {
        actorId: accountId,
        deed: "account:changeAddress",
        objectKind: "account",
        objectId: accountId,
      });
      return done(left);
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_email_unique")) return refused("emailTaken");
    throw error;
  }
}
