import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { Digest } from "../rules";

/** What the viewer follows and how they hear of it; null for anyone but a moderator. */
export async function ownPreferences(
  viewer: Viewer,
): Promise<{ departments: string[]; digest: Digest } | null> {
  if (viewer.kind !== "moderator" || !can(viewer, "moderator:prefer")) return null;
  const [row] = await db
    .select({ departments: account.followedDepartments, digest: account.digest })
    .from(account)
    .where(eq(account.id, viewer.accountId));
  return row ?? null;
}
