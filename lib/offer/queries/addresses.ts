import "server-only";
import { and, arrayOverlaps, eq, isNotNull, or } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { account } from "@/db/schema/account";

/**
 * Where the notice of submitted offers goes: every active moderator who has chosen a password, hears of offers at once,
 * and follows one of their departments or none in particular.
 * @param rhythm `any` for what cannot wait for a digest
 */
export async function moderatorAddresses(executor: Executor, departments: readonly string[], rhythm: "atOnce" | "any" = "atOnce"): Promise<string[]> {
  const rows = await executor
    .select({ email: account.email })
    .from(account)
    .where(
      and(
        eq(account.role, "moderator"),
        eq(account.state, "active"),
        isNotNull(account.passwordHash),
        rhythm === "atOnce" ? eq(account.digest, "atOnce") : undefined,
        or(eq(account.followedDepartments, []), arrayOverlaps(account.followedDepartments, [...departments])),
      ),
    );
  return rows.map((row) => row.email);
}
