import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { log } from "@/lib/platform/environment/log";

export interface AccountNavDto {
  id: string;
  name: string;
  space: "offeror" | "moderator";
  /** Set while a moderator sees what this account sees. */
  viewing: { structureName: string; until: Date } | null;
}

/** Who the header greets. Never fails: the header also stands on the pages that tell of a fault. */
export async function currentAccountNav(): Promise<AccountNavDto | null> {
  try {
    const viewer = await getViewer();
    if (viewer.kind === "anonymous") return null;
    const viewing = viewer.kind === "offeror" ? (viewer.viewedBy ?? null) : null;
    // What was typed in this browser stays its owner's: a moderator's, though another account is
    // shown.
    return {
      id: viewing?.accountId ?? viewer.accountId,
      name: viewer.name,
      space: viewer.kind,
      viewing,
    };
  } catch (error) {
    log.error({ err: error }, "header without its viewer");
    return null;
  }
}

export interface OwnAccountDto {
  lastName: string;
  firstName: string;
  function: string;
  phone: string;
  email: string;
  addressConfirmed: boolean;
  /** The address that waits to be confirmed in place of `email`. */
  newEmail: string | null;
  wantsReceipts: boolean;
  wantsReminders: boolean;
}

/** The viewer's own account; null for an anonymous viewer. */
export async function ownAccount(viewer: Viewer): Promise<OwnAccountDto | null> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return null;
  const [row] = await db.select().from(account).where(eq(account.id, viewer.accountId));
  if (!row) return null;
  return {
    lastName: row.lastName,
    firstName: row.firstName,
    function: row.function,
    phone: row.phone,
    email: row.email,
    addressConfirmed: row.emailConfirmedAt !== null,
    newEmail: row.newEmail,
    wantsReceipts: row.wantsReceipts,
    wantsReminders: row.wantsReminders,
  };
}
