import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { account } from "@/db/schema/account";
import { offerImport } from "@/db/schema/import";
import { offer } from "@/db/schema/offer";
import { eraseAccount } from "@/lib/account/commands/erase";
import { endSessions, openSession } from "@/lib/account/commands/tokens";
import { recordAudit } from "@/lib/audit/commands";
import { refreshCatalogue } from "@/lib/catalogue/commands/refresh";
import { enqueueMail } from "@/lib/mail/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import type { StructureRole, Viewer } from "@/lib/platform/policy";
import type { ColleagueRefusal } from "../labels";
import { lockColleague, type Managed, type Member } from "./team";

/** Gives a colleague another role; who gave it stays what they are. */
export async function changeRole(
  viewer: Viewer,
  input: { accountId: string; role: StructureRole },
): Promise<Outcome<null, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockColleague(tx, viewer, input.accountId);
    if (!locked.ok) return locked;
    const { colleague, viewer: manager } = locked.data;
    if (colleague.id === manager.accountId) return refused("yourself");
    if (colleague.role !== input.role) await setRole(tx, manager, colleague, input.role);
    return done(null);
  });
}

/**
 * Hands the administrator's role over: the colleague takes it and the viewer becomes an editor,
 * both or neither.
 * @returns a new session for the viewer: the one that had the role is over
 */
export async function transferRole(
  viewer: Viewer,
  accountId: string,
  userAgent = "",
): Promise<Outcome<{ sessionId: string }, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockColleague(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { colleague, viewer: manager, team } = locked.data;
    if (colleague.id === manager.accountId) return refused("yourself");
    if (!colleague.joined) return refused("notJoined");
    if (colleague.role !== "administrator") await setRole(tx, manager, colleague, "administrator");
    const self = team.find((member) => member.id === manager.accountId);
    if (!self) return refused("notFound");
    await setRole(tx, manager, self, "editor");
    return done({ sessionId: await openSession(tx, manager.accountId, userAgent) });
  });
}

/** A role is read at each request, but a session opened under another one ends all the same. */
async function setRole(
  tx: Transaction,
  manager: Managed["viewer"],
  member: Member,
  role: StructureRole,
): Promise<void> {
  await tx.update(account).set({ role }).where(eq(account.id, member.id));
  await endSessions(tx, member.id);
  if (member.joined && member.id !== manager.accountId)
    await enqueueMail(tx, "roleChanged", member.row.email, { accountId: member.id });
  await recordAudit(tx, {
    actorId: manager.accountId,
    deed: "colleague:changeRole",
    objectKind: "structure",
    objectId: manager.structureId,
    detail: { accountId: member.id, role },
  });
}

/** Closes a colleague's account; their offers pass to the administrator who does it. */
export async function removeColleague(
  viewer: Viewer,
  accountId: string,
): Promise<Outcome<null, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockColleague(tx, viewer, accountId);
    if (!locked.ok) return locked;
    const { colleague, viewer: manager } = locked.data;
    if (colleague.id === manager.accountId) return refused("yourself");
    if (!colleague.joined) return refused("notJoined");
    await passOffersOn(tx, colleague.id, manager.accountId);
    await eraseAccount(tx, colleague.row);
    await enqueueMail(tx, "accountClosed", colleague.row.email, {
      structureId: manager.structureId,
      by: "administrator",
    });
    await recordAudit(tx, {
      actorId: manager.accountId,
      deed: "colleague:remove",
      objectKind: "structure",
      objectId: manager.structureId,
      detail: { accountId: colleague.id },
    });
    await refreshCatalogue(tx, { structureId: manager.structureId });
    return done(null);
  });
}

/**
 * What someone answered for, somebody else answers for from now on; the offers themselves do not
 * change.
 */
export async function passOffersOn(tx: Transaction, fromId: string, toId: string): Promise<void> {
  // First: an import of theirs that runs waits for this, and then adds nothing more.
  await tx.delete(offerImport).where(eq(offerImport.accountId, fromId));
  await tx.update(offer).set({ accountId: toId }).where(eq(offer.accountId, fromId));
}
