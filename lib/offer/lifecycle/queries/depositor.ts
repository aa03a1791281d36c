import "server-only";
import { eq, exists, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { suspendsAccount } from "@/db/suspended";
import type { Viewer } from "@/lib/platform/access/policy";
import type { Transaction } from "@/lib/platform/database/client";

/**
 * Who asked for something that is done later, with the rights of today; null for someone who may
 * deposit nothing now.
 */
export async function depositor(
  tx: Transaction,
  accountId: string,
): Promise<Extract<Viewer, { kind: "offeror" }> | null> {
  const held = exists(tx.select({ id: suspension.id }).from(suspension).where(suspendsAccount));
  const [row] = await tx
    .select({ account, structureState: structure.state, held: sql<boolean>`${held}` })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(eq(account.id, accountId));
  const { structureId, role, state, firstName, lastName, emailConfirmedAt } = row?.account ?? {};
  const isActive = state === "active" && row?.structureState === "active" && !row.held;
  if (!structureId || !isActive || (role !== "administrator" && role !== "editor")) return null;
  const name = `${firstName} ${lastName}`;
  const addressConfirmed = emailConfirmedAt !== null;
  return {
    kind: "offeror",
    accountId,
    sessionId: "",
    structureId,
    role,
    name,
    addressConfirmed,
    readOnly: false,
  };
}
