import "server-only";
import { auditEntry } from "@/db/schema/audit";
import type { Transaction } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";

export interface Deed {
  /** Account that did it; null for the portal itself. */
  actorId: string | null;
  /** A code such as `offer:approve`. */
  deed: string;
  objectKind: string;
  objectId: string;
  /**
   * Identifiers and codes, never what people typed; labels of the public lists are no one's words.
   */
  detail?: Record<string, unknown>;
}

/** Writes who did what, in the transaction of the deed. */
export async function recordAudit(tx: Transaction, { detail = {}, ...deed }: Deed): Promise<void> {
  await tx.insert(auditEntry).values({ id: newId(), at: now(), ...deed, detail });
}
