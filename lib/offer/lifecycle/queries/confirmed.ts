import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { type Executor } from "@/lib/platform/database/client";

/** Whether an account has shown that its address is its own, as things stand. */
export async function hasConfirmedAddress(executor: Executor, accountId: string): Promise<boolean> {
  const confirmed = and(eq(account.id, accountId), isNotNull(account.emailConfirmedAt));
  return (await executor.$count(account, confirmed)) > 0;
}
