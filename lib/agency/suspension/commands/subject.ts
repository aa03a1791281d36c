import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { offer } from "@/lib/offer/content/tables";
import type { CatalogueScope } from "@/lib/offer/projection/commands/refresh";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import type { Transaction } from "@/lib/platform/database/client";
import { suspensionEffects } from "../rules";

export interface Subject {
  gone: boolean;
  /** Offers whose visibility it decides. */
  scope: CatalogueScope;
  /** Which deed the log tells. */
  deeds: { suspend: string; lift: string };
}

/**
 * The thing to suspend, locked until the end of the transaction: two moderators take turns. Null
 * when it is missing, or nothing a moderator may know of.
 */
export async function lockSuspendable(
  tx: Transaction,
  thing: SuspendedThing,
  id: string,
): Promise<Subject | null> {
  const deeds =
    thing === "structureType"
      ? { suspend: "structure:suspendType", lift: "structure:liftType" }
      : { suspend: `${thing}:suspend`, lift: `${thing}:lift` };
  switch (thing) {
    case "offer": {
      const [row] = await tx
        .select()
        .from(offer)
        .where(and(eq(offer.id, id), isNotNull(offer.currentRevisionId)))
        .for("no key update");
      return row ? { gone: row.deletedAt !== null, scope: { offerId: id }, deeds } : null;
    }
    case "account": {
      const [row] = await tx
        .select()
        .from(account)
        .where(and(eq(account.id, id), isNotNull(account.structureId)))
        .for("no key update");
      return row ? { gone: row.state === "closed", scope: { accountId: id }, deeds } : null;
    }
    case "structure": {
      const [row] = await tx
        .select()
        .from(structure)
        .where(eq(structure.id, id))
        .for("no key update");
      return row ? { gone: row.state === "closed", scope: { structureId: id }, deeds } : null;
    }
    case "structureType": {
      const [row] = await tx
        .select()
        .from(vocabularyTerm)
        .where(and(eq(vocabularyTerm.id, id), eq(vocabularyTerm.kind, "structureType")))
        .for("update");
      return row ? { gone: false, scope: { structureTypeId: id }, deeds } : null;
    }
  }
}

// The letter is for its owner alone: to an address nobody confirmed it would not leave.
const reachable = and(
  eq(account.state, "active"),
  isNotNull(account.passwordHash),
  isNotNull(account.emailConfirmedAt),
);

/** Addresses of those who are told; none when no account it concerns can be written to. */
export async function addressesToNotify(
  tx: Transaction,
  thing: SuspendedThing,
  id: string,
): Promise<string[]> {
  const rows = await people(tx, thing, id);
  return rows.map(({ email }) => email);
}

function people(tx: Transaction, thing: SuspendedThing, id: string): Promise<{ email: string }[]> {
  const email = { email: account.email };
  switch (suspensionEffects[thing].notifies) {
    case "depositor":
      return tx
        .select(email)
        .from(account)
        .innerJoin(offer, eq(offer.accountId, account.id))
        .where(and(eq(offer.id, id), reachable));
    case "owner":
      return tx
        .select(email)
        .from(account)
        .where(and(eq(account.id, id), reachable));
    case "administrators":
      return tx
        .select(email)
        .from(account)
        .where(and(eq(account.structureId, id), eq(account.role, "administrator"), reachable));
    case "administratorsOfType":
      return tx
        .select(email)
        .from(account)
        .innerJoin(structure, eq(structure.id, account.structureId))
        .where(
          and(
            eq(structure.typeId, id),
            eq(structure.state, "active"),
            eq(account.role, "administrator"),
            reachable,
          ),
        );
  }
}
