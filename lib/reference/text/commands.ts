import "server-only";
import { eq } from "drizzle-orm";
import { agencyText } from "@/db/schema/text";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import type { TextRefusal } from "./labels";
import { agencyTexts, type TextCode } from "./texts";

/** Gives a text the agency's own words, or the portal's back when they are empty or the same. */
export async function saveText(
  viewer: Viewer,
  { code, words }: { code: TextCode; words: string },
): Promise<Outcome<{ code: TextCode }, TextRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "text:manage")) return refused("notFound");
  return db.transaction(async (tx) => {
    if (words === "" || words === agencyTexts[code].words)
      await tx.delete(agencyText).where(eq(agencyText.code, code));
    else {
      const own = { words, writtenAt: now() };
      await tx
        .insert(agencyText)
        .values({ code, ...own })
        .onConflictDoUpdate({ target: agencyText.code, set: own });
    }
    // A text has a code and no row of its own to name.
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "text:save",
      objectKind: "text",
      objectId: newId(),
      detail: { code },
    });
    return done({ code });
  });
}
