import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { eraseAccount } from "@/lib/people/account/commands/erase";
import { passOffersOn } from "@/lib/people/membership/commands/manage";
import { lockTeam, type Member, recordMembership } from "@/lib/people/membership/commands/team";
import { roleOf } from "@/lib/people/membership/rules";
import { recordAudit } from "@/lib/platform/audit/commands";
import type { Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { closingOf, successorOf } from "../rules";
import { closeStructure } from "./close-structure";

/**
 * Someone leaves a structure for good: their offers pass to a colleague, or the structure closes
 * with its last person.
 * @param by the owner has to hand the administrator's role over first; the portal, which acts on
 * accounts nobody uses any more, hands it to the heir
 */
export async function leaveStructure(
  tx: Transaction,
  { accountId, structureId }: { accountId: string; structureId: string },
  by: "owner" | "portal",
): Promise<Outcome<null, "notFound" | "transferFirst">> {
  const team = await lockTeam(tx, structureId);
  const [self] = await tx
    .select()
    .from(account)
    .where(
      and(
        eq(account.id, accountId),
        eq(account.structureId, structureId),
        inArray(account.state, by === "owner" ? ["active"] : ["active", "disabled"]),
      ),
    )
    .for("no key update");
  if (!self) return refused("notFound");
  const others = team.filter((member) => member.joined && member.id !== accountId);
  const closing = closingOf(roleOf(self), others);
  if (closing === "transferFirst" && by === "owner") return refused("transferFirst");
  const actorId = by === "owner" ? accountId : null;
  const heir = successorOf(others);
  if (heir && closing === "transferFirst") await makeAdministrator(tx, structureId, heir);
  if (heir) await passOffersOn(tx, accountId, heir.id);
  else
    await closeStructure(
      tx,
      actorId,
      structureId,
      team.filter(({ id }) => id !== accountId),
    );
  await eraseAccount(tx, self);
  await enqueueMail(tx, "accountClosed", self.email, { structureId, by });
  await recordAudit(tx, {
    actorId,
    deed: "account:close",
    objectKind: "structure",
    objectId: structureId,
    detail: { accountId, closing },
  });
  await refreshCatalogue(tx, { structureId });
  return done(null);
}

async function makeAdministrator(
  tx: Transaction,
  structureId: string,
  { id, row }: Member,
): Promise<void> {
  await tx.update(account).set({ role: "administrator" }).where(eq(account.id, id));
  await enqueueMail(tx, "roleChanged", row.email, { accountId: id });
  const byPortal = { structureId, managerId: null };
  await recordMembership(tx, byPortal, "changeRole", id, { role: "administrator" });
}
