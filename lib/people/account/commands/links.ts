import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { type Left, submitWaiting } from "@/lib/offer/draft/commands/submit-waiting";
import { showInCatalogue } from "@/lib/offer/projection/commands/refresh";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { OperatorError } from "@/lib/platform/environment/env";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { forgetAttempts, limitReached } from "@/lib/platform/visitor/throttle";
import { linkFor } from "@/lib/platform/visitor/token";
import type { AccountRefusal } from "../labels";
import { hashPassword } from "../password";
import { mailInvitation } from "./invitation";
import type { SignedIn } from "./sign-in";
import {
  consumeToken,
  createToken,
  endSessions,
  isLinkUsable,
  openSession,
  voidTokens,
} from "./tokens";

/** Sends the confirmation link again to the viewer's own address. */
export async function resendConfirmation(viewer: Viewer): Promise<Outcome<null, AccountRefusal>> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn"))
    return refused("linkUnusable");
  const held = await limitReached("resendConfirmation", { account: viewer.accountId });
  if (held) return refused("mailedRecently", undefined, held);
  const isSent = await db.transaction((tx) => mailConfirmation(tx, viewer.accountId));
  return isSent ? done(null) : refused("alreadyConfirmed");
}

/**
 * Mails a new confirmation link, if the address is not confirmed yet. The caller has counted it.
 * @returns whether one was mailed
 */
export async function mailConfirmation(tx: Transaction, accountId: string): Promise<boolean> {
  const [row] = await tx
    .select({ email: account.email })
    .from(account)
    .where(and(eq(account.id, accountId), isNull(account.emailConfirmedAt)));
  if (!row) return false;
  const tokenId = await createToken(tx, accountId, "confirmAddress");
  await enqueueMail(tx, "confirmAddress", row.email, { accountId, tokenId });
  return true;
}

/**
 * Confirms the address a link was sent to; what waited for it is submitted, what was published
 * appears, at once.
 */
export async function confirmAddress(secret: string): Promise<Outcome<Left, AccountRefusal>> {
  return db.transaction(async (tx) => {
    const accountId = await consumeToken(tx, secret, "confirmAddress");
    if (!accountId) return refused("linkUnusable");
    const confirmed = await tx
      .update(account)
      .set({ emailConfirmedAt: now() })
      .where(and(eq(account.id, accountId), isNull(account.emailConfirmedAt)))
      .returning({ id: account.id });
    const left =
      confirmed.length > 0
        ? await addressConfirmed(tx, accountId)
        : { submitted: 0, incomplete: 0 };
    await recordAudit(tx, {
      actorId: accountId,
      deed: "account:confirmAddress",
      objectKind: "account",
      objectId: accountId,
    });
    return done(left);
  });
}

/** What follows from an address that has just been confirmed, in the same transaction. */
export async function addressConfirmed(tx: Transaction, accountId: string): Promise<Left> {
  await showInCatalogue(tx, { accountId }, null);
  return submitWaiting(tx, accountId);
}

/**
 * Mails a link to choose a new password, if the address has an account; the answer never tells. It
 * is refused only while links of the last two hours, which still serve, lie in that mailbox: so
 * nobody can keep the owner from recovering.
 */
export async function forgotPassword(
  email: string,
  from: Caller = unknownCaller,
): Promise<Outcome<null, AccountRefusal>> {
  const held = await limitReached("passwordLink", { network: from.network, target: email });
  if (held) return refused("linkSentRecently", undefined, held);
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        id: account.id,
        structureId: account.structureId,
        passwordHash: account.passwordHash,
      })
      .from(account)
      .where(and(eq(account.email, email), eq(account.state, "active")));
    if (!row) return;
    // Someone who was invited has no password yet: joining is where it is chosen.
    if (row.structureId && row.passwordHash === null)
      return mailInvitation(tx, "structure", row.id, email);
    const tokenId = await createToken(tx, row.id, "choosePassword");
    await enqueueMail(tx, "choosePassword", email, { accountId: row.id, tokenId });
  });
  return done(null);
}

/** Sets the password a link allows, ends every other session, tells the owner, and signs in. */
export async function choosePassword(
  input: { token: string; password: string },
  from: Caller = unknownCaller,
): Promise<Outcome<SignedIn, AccountRefusal>> {
  // What is hashed takes a place from those who sign in: nothing is for a link that was invented.
  if (!(await isLinkUsable(input.token, "choosePassword"))) return refused("linkUnusable");
  const passwordHash = await hashPassword(input.password);
  const chosen = await db.transaction(async (tx) => {
    const accountId = await consumeToken(tx, input.token, "choosePassword");
    if (!accountId) return null;
    const [before] = await tx.select().from(account).where(eq(account.id, accountId));
    if (
      !before ||
      before.state !== "active" ||
      (before.structureId && before.passwordHash === null)
    )
      return null;
    // The link came by mail to this address: using it confirms the address as well.
    await tx
      .update(account)
      .set({ passwordHash, newEmail: null, emailConfirmedAt: before.emailConfirmedAt ?? now() })
      .where(eq(account.id, accountId));
    // A change of address that someone else asked for ends here too.
    await voidTokens(tx, accountId);
    await endSessions(tx, accountId);
    if (before.passwordHash !== null)
      await enqueueMail(tx, "passwordChanged", before.email, { accountId });
    if (before.emailConfirmedAt === null) await addressConfirmed(tx, accountId);
    await recordAudit(tx, {
      actorId: accountId,
      deed: "account:choosePassword",
      objectKind: "account",
      objectId: accountId,
    });
    return {
      email: before.email,
      role: before.role,
      sessionId: await openSession(tx, accountId, from.userAgent),
    };
  });
  if (!chosen) return refused("linkUnusable");
  const owner = { network: from.network, target: chosen.email };
  await Promise.all([forgetAttempts("signIn", owner), forgetAttempts("passwordLink", owner)]);
  return done({
    sessionId: chosen.sessionId,
    space: chosen.role === "moderator" ? "moderator" : "offeror",
  });
}

/**
 * Makes a moderator, or finds the one who has this address, and a link to choose a password. For
 * the operator of the portal only (`npm run moderator`): no page or action calls it. Where nobody
 * administers the portal, this one does, let in again if need be.
 * @throws OperatorError when the address is an offeror's, or a moderator's who is kept out
 */
export async function inviteModerator(input: {
  email: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
}): Promise<{ link: string }> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(account).where(eq(account.email, input.email));
    if (known && known.role !== "moderator") {
      throw new OperatorError(
        `${input.email} est l’adresse d’un compte de structure : donnez-en une autre.`,
      );
    }
    const orphaned =
      (await tx.$count(
        account,
        and(
          eq(account.portalAdministrator, true),
          eq(account.state, "active"),
          isNotNull(account.passwordHash),
        ),
      )) === 0;
    if (known && known.state !== "active" && !orphaned) {
      throw new OperatorError(
        `${input.email} est l’adresse d’un modérateur désactivé : un administrateur du portail ` +
          "peut le réactiver sous /admin/moderateurs.",
      );
    }
    const accountId = known?.id ?? newId();
    if (!known) {
      await tx.insert(account).values({
        id: accountId,
        role: "moderator",
        email: input.email,
        firstName: input.firstName ?? "",
        lastName: input.lastName ?? input.email.split("@")[0] ?? "",
        function: "Modération",
        phone: "",
        createdAt: now(),
      });
      await recordAudit(tx, {
        actorId: null,
        deed: "account:inviteModerator",
        objectKind: "account",
        objectId: accountId,
      });
    }
    if (orphaned)
      await tx
        .update(account)
        .set({ portalAdministrator: true, state: "active", enabledAt: now() })
        .where(eq(account.id, accountId));
    const id = await createToken(tx, accountId, "choosePassword");
    return { link: linkFor({ id, purpose: "choosePassword" }) };
  });
}
