import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { account } from "@/db/schema/account";

/** Where the notice of a submitted offer goes: every active moderator who has chosen a password. */
export async function moderatorAddresses(executor: Executor): Promise<string[]> {
  const rows = await executor
    .select({ email: account.email })
    .from(account)
    .where(and(eq(account.role, "moderator"), eq(account.state, "active"), isNotNull(account.passwordHash)));
  return rows.map((row) => row.email);
}
