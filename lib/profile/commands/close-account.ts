import "server-only";
import { db } from "@/db/client";
import { eraseAccount } from "@/lib/account/commands/erase";
import { recordAudit } from "@/lib/audit/commands";
import { refreshCatalogue } from "@/lib/catalogue/commands";
import { passOffersOn } from "@/lib/colleague/commands/manage";
import { lockTeam } from "@/lib/colleague/commands/team";
import { enqueueMail } from "@/lib/mail/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { can, type Viewer } from "@/lib/platform/policy";
import type { ProfileRefusal } from "../labels";
import { closingOf, heirOf } from "../rules";
import { closeStructure } from "./close-structure";
import { knowsPassword } from "./own-password";

/**
 * Closes the viewer's account, for good. Their offers pass to a colleague; the last person of a structure closes it
 * with its offers.
 */
export async function closeAccount(viewer: Viewer, currentPassword: string): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "account:close")) return refused("notFound");
  const known = await knowsPassword(viewer, currentPassword);
  if (!known.ok) return known;
  const { accountId, structureId } = viewer;
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, structureId);
    const self = team.find((member) => member.id === accountId);
    if (!self) return refused("notFound");
    const others = team.filter((member) => member.joined && member.id !== accountId);
    const closing = closingOf(self.role, others);
    if (closing === "transferFirst") return refused("transferFirst");
    const heir = heirOf(others);
    if (heir) await passOffersOn(tx, accountId, heir.id);
    else await closeStructure(tx, accountId, structureId, team);
    await eraseAccount(tx, self.row);
    await enqueueMail(tx, "accountClosed", self.row.email, { structureId, by: "owner" });
    await recordAudit(tx, { actorId: accountId, deed: "account:close", objectKind: "structure", objectId: structureId, detail: { accountId, closing } });
    await refreshCatalogue(tx, { structureId });
    return done(null);
  });
}
