import "server-only";
import { and, arrayOverlaps, eq, isNotNull, ne, or } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { commune } from "@/db/schema/commune";
import { structure } from "@/db/schema/structure";
import type { Viewer } from "@/lib/platform/access/policy";
import { db, type Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";

/**
 * Active, and has chosen a password: an invitation that is not answered yet reads no mail for the
 * agency.
 */
const isModerating = and(
  eq(account.role, "moderator"),
  eq(account.state, "active"),
  isNotNull(account.passwordHash),
);

/**
 * Departments of the region whose offers wait unseen when they are submitted, because no moderator
 * hears of them, at once or in a digest. The portal says so when it starts, and to whoever can
 * change it.
 */
export async function departmentsNobodyFollows(): Promise<string[]> {
  const rows = await db
    .select({ followed: account.followedDepartments })
    .from(account)
    .where(and(isModerating, ne(account.digest, "never")));
  if (rows.some(({ followed }) => followed.length === 0)) return [];
  const followed = new Set(rows.flatMap((row) => row.followed));
  return env.agency.departments.filter((code) => !followed.has(code));
}

/** As far as it concerns the viewer: the region for a moderator, where it is for a structure. */
export async function departmentsNobodyFollowsFor(viewer: Viewer): Promise<string[]> {
  if (viewer.kind === "anonymous") return [];
  const unheard = await departmentsNobodyFollows();
  if (viewer.kind === "moderator" || unheard.length === 0) return unheard;
  const [place] = await db
    .select({ department: commune.department })
    .from(structure)
    .innerJoin(commune, eq(commune.code, structure.communeCode))
    .where(eq(structure.id, viewer.structureId));
  return unheard.filter((code) => code === place?.department);
}

/**
 * Where the notice of submitted offers goes: every active moderator who has chosen a password,
 * hears of offers at once, and follows one of their departments or none in particular.
 * @param rhythm `any` for what cannot wait for a digest
 */
export async function moderatorAddresses(
  executor: Executor,
  departments: readonly string[],
  rhythm: "atOnce" | "any" = "atOnce",
): Promise<string[]> {
  const rows = await executor
    .select({ email: account.email })
    .from(account)
    .where(
      and(
        isModerating,
        rhythm === "atOnce" ? eq(account.digest, "atOnce") : undefined,
        or(
          eq(account.followedDepartments, []),
          arrayOverlaps(account.followedDepartments, [...departments]),
        ),
      ),
    );
  return rows.map((row) => row.email);
}
