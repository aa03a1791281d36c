import "server-only";
import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { renewal } from "@/db/schema/offer";
import { suspension } from "@/db/schema/suspension";
import { offer } from "@/lib/offer/content/tables";
import { offerImport } from "@/lib/offer/import/tables";
import { lockOffersOf, refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { eraseAccount } from "@/lib/people/account/commands/erase";
import { endSessions, openSession, voidTokens } from "@/lib/people/account/commands/tokens";
import type { Viewer } from "@/lib/platform/access/policy";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { now } from "@/lib/platform/values/clock";
import type { MembershipRefusal } from "../labels";
import { type MemberRole, type Team, teamRoles } from "../rules";
import { type LockedTeam, lockMember, type Member, recordMembership } from "./team";

type Done = Outcome<null, MembershipRefusal>;

/**
 * Gives a member another role; who gave it stays what they are.
 * @returns whether a letter tells them
 */
export async function changeRole(
  viewer: Viewer,
  team: Team,
  input: { accountId: string; role: MemberRole },
): Promise<Outcome<{ told: boolean }, MembershipRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockMember(tx, viewer, team, input.accountId);
    if (!locked.ok) return locked;
    const { member } = locked.data;
    const told =
      member.role !== input.role &&
      (await setRole(tx, locked.data, member, input.role === "administrator"));
    return done({ told });
  });
}

/**
 * Hands the administrator's role of a structure over: the colleague takes it and the viewer becomes
 * an editor, both or neither.
 * @returns a new session for the viewer: the one that had the role is over
 */
export async function transferRole(
  viewer: Viewer,
  accountId: string,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, MembershipRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockMember(tx, viewer, "structure", accountId);
    if (!locked.ok) return locked;
    const { member, manager } = locked.data;
    if (!member.joined) return refused("notJoined");
    if (member.role !== "administrator") await setRole(tx, locked.data, member, true);
    await setRole(tx, locked.data, manager, false);
    return done({ sessionId: await openSession(tx, manager.id, userAgent) });
  });
}

/**
 * A role is read at each request, but a session opened under another one ends all the same.
 * @returns whether a letter leaves: it waits for who has not confirmed their address
 */
async function setRole(
  tx: Transaction,
  locked: LockedTeam,
  { id, signsIn, addressConfirmed, row }: Member,
  administrator: boolean,
): Promise<boolean> {
  const inStructure = locked.team === "structure";
  await tx
    .update(account)
    .set(
      inStructure
        ? { role: administrator ? "administrator" : "editor" }
        : { portalAdministrator: administrator },
    )
    .where(eq(account.id, id));
  await endSessions(tx, id);
  const kind = inStructure ? "roleChanged" : "moderatorRoleChanged";
  const isWritten = signsIn && id !== locked.managerId;
  if (isWritten) await enqueueMail(tx, kind, row.email, { accountId: id });
  const role: MemberRole = administrator ? "administrator" : teamRoles[locked.team][0];
  await recordMembership(tx, locked, "changeRole", id, { role });
  return isWritten && addressConfirmed;
}

/** Closes a colleague's account; their offers pass to the administrator who does it. */
export async function removeColleague(viewer: Viewer, accountId: string): Promise<Done> {
  return db.transaction(async (tx) => {
    const locked = await lockMember(tx, viewer, "structure", accountId);
    if (!locked.ok) return locked;
    const { structureId, managerId, member } = locked.data;
    if (!structureId) return refused("notFound");
    if (!member.joined) return refused("notJoined");
    await passOffersOn(tx, accountId, managerId);
    await eraseAccount(tx, member.row);
    const closed = { structureId, by: "administrator" } as const;
    await enqueueMail(tx, "accountClosed", member.row.email, closed);
    await recordMembership(tx, locked.data, "remove", accountId);
    await refreshCatalogue(tx, { structureId });
    return done(null);
  });
}

/**
 * What someone answered for, somebody else answers for from now on; the offers themselves do not
 * change. What the agency wrote of them and has not left goes to the heir.
 */
export async function passOffersOn(tx: Transaction, fromId: string, toId: string): Promise<void> {
  // First: an import of theirs that runs waits for this, and then adds nothing more.
  await tx.delete(offerImport).where(eq(offerImport.accountId, fromId));
  // What is being decided is decided first: its letters are then there to be passed on.
  await lockOffersOf(tx, { accountId: fromId });
  await passLettersOn(tx, fromId, toId);
  // Links answer for who was asked: what they have left open, the heir is asked in turn.
  const theirs = tx.select({ id: offer.id }).from(offer).where(eq(offer.accountId, fromId));
  const isOpen = or(
    isNull(renewal.answer),
    and(eq(renewal.answer, "maybe"), gt(renewal.askedAt, renewal.answeredAt)),
  );
  await tx.delete(renewal).where(and(isOpen, inArray(renewal.offerId, theirs)));
  await tx.update(offer).set({ accountId: toId }).where(eq(offer.accountId, fromId));
}

/** What whoever answers for an offer has to know; a receipt is its sender's affair. */
const lettersAboutOffers = [
  "offerApproved",
  "offerChangesRequested",
  "offerRefused",
  "suspended",
  "suspensionLifted",
] satisfies MailKind[];

/** Before the offers pass. Those in the bin leave their letters behind. */
async function passLettersOn(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const passes = and(eq(offer.accountId, fromId), isNull(offer.deletedAt));
  const offers = tx
    .select({ id: sql`${offer.id}::text` })
    .from(offer)
    .where(passes);
  const suspensions = tx
    .select({ id: sql`${suspension.id}::text` })
    .from(suspension)
    .innerJoin(offer, eq(offer.id, suspension.offerId))
    .where(passes);
  const addressOf = (id: string) =>
    sql`(select ${account.email} from ${account} where ${account.id} = ${id})`;
  await tx
    .update(mail)
    .set({ recipient: addressOf(toId) })
    .where(
      and(
        eq(mail.state, "queued"),
        inArray(mail.kind, lettersAboutOffers),
        eq(mail.recipient, addressOf(fromId)),
        or(
          inArray(sql`${mail.params}->>'offerId'`, offers),
          inArray(sql`${mail.params}->>'suspensionId'`, suspensions),
        ),
      ),
    );
}

/** Keeps a moderator out until they are let in again; what they decided stays theirs. */
export async function disableModerator(viewer: Viewer, accountId: string): Promise<Done> {
  return switchModerator(viewer, accountId, "disabled");
}

/** Lets a moderator in again, with the password and the role they had. */
export async function enableModerator(viewer: Viewer, accountId: string): Promise<Done> {
  return switchModerator(viewer, accountId, "active");
}

async function switchModerator(
  viewer: Viewer,
  accountId: string,
  state: "active" | "disabled",
): Promise<Done> {
  return db.transaction(async (tx) => {
    const locked = await lockMember(tx, viewer, "agency", accountId);
    if (!locked.ok) return locked;
    const { member } = locked.data;
    if (state === "disabled" && !member.joined) return refused("notJoined");
    if (member.row.state === state) return done(null);
    await tx
      .update(account)
      .set({ state, ...(state === "active" ? { enabledAt: now() } : {}) })
      .where(eq(account.id, accountId));
    if (state === "disabled") {
      await endSessions(tx, accountId);
      await voidTokens(tx, accountId);
    }
    const deed = state === "disabled" ? "disable" : "enable";
    await recordMembership(tx, locked.data, deed, accountId);
    return done(null);
  });
}
