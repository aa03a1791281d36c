import "server-only";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { type Outcome, refused } from "@/lib/platform/form/action-result";
import type { ProfileRefusal } from "../labels";
import { leaveStructure } from "./leave";
import { knowsPassword } from "./own-password";

/**
 * Closes the viewer's account, for good. Their offers pass to a colleague; the last person of a
 * structure closes it with its offers.
 */
export async function closeAccount(
  viewer: Viewer,
  currentPassword: string,
): Promise<Outcome<null, ProfileRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "account:close")) return refused("notFound");
  const known = await knowsPassword(viewer, currentPassword);
  if (!known.ok) return known;
  return db.transaction((tx) => leaveStructure(tx, viewer, "owner"));
}
