import "server-only";
import { eq, sql } from "drizzle-orm";
import { auditEntry } from "@/db/schema/audit";
import { agencyText } from "@/db/schema/text";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db } from "@/lib/platform/database/client";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import type { TextRefusal } from "./labels";
import { agencyTexts, type TextCode } from "./texts";

/**
 * Gives a text the agency's own words, or the portal's back when they are empty or the same.
 * @param bases words the form may write over (`basesIn`); absent, any
 */
export async function saveText(
  viewer: Viewer,
  { code, words: typed }: { code: TextCode; words: string },
  bases?: readonly string[],
): Promise<Outcome<{ code: TextCode }, TextRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "text:manage")) return refused("notFound");
  return db.transaction(async (tx) => {
    // A text that says the portal's words has no row to hold.
    await tx.execute(sql`lock table ${agencyText} in share row exclusive mode`);
    const [row] = await tx.select().from(agencyText).where(eq(agencyText.code, code));
    const { label, words: original } = agencyTexts[code];
    const words = typed || original;
    const conflict = await conflictOver(tx, viewer, {
      bases,
      labels: { words: label },
      mine: { words },
      theirs: { words: row?.words ?? original },
      saved: {
        kind: "text",
        deeds: ["text:save"],
        about: sql`${auditEntry.detail}->>'code' = ${code}`,
      },
      address: "/admin/textes",
    });
    if (conflict) return contested(conflict);
    if (words === original) await tx.delete(agencyText).where(eq(agencyText.code, code));
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
