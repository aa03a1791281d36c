import "server-only";
import { eq } from "drizzle-orm";
import { reasonTemplate } from "@/db/schema/moderation";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { templateInWords, templateLabels, type TemplateRefusal } from "../labels";
import { asTemplate } from "../queries/reason-templates";

/** More would no longer be found in a list. */
const limit = 100;

interface Template {
  /** Empty for a new one. */
  templateId: string;
  decision: "changesRequested" | "refused";
  name: string;
  words: string;
}

/**
 * Keeps a reason for use by every moderator, or changes one that is kept.
 * @param bases what one that is kept may say to be written over (`basesIn`); absent, anything
 */
export async function saveTemplate(
  viewer: Viewer,
  { templateId, ...kept }: Template,
  bases?: readonly string[],
): Promise<Outcome<{ templateId: string }, TemplateRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "template:manage")) return refused("notFound");
  try {
    return await db.transaction(async (tx) => {
      const id = templateId || newId();
      if (!templateId && (await tx.$count(reasonTemplate)) >= limit) return refused("tooMany");
      if (templateId) {
        const [row] = await tx
          .select()
          .from(reasonTemplate)
          .where(eq(reasonTemplate.id, id))
          .for("update");
        if (!row) return refused("notFound");
        const conflict = await conflictOver(tx, viewer, {
          bases,
          labels: templateLabels,
          mine: templateInWords(kept),
          theirs: templateInWords(asTemplate(row)),
          saved: { kind: "template", deeds: ["template:save"], about: id },
          address: "/admin/motifs",
        });
        if (conflict) return contested(conflict);
      }
      const written = templateId
        ? await tx
            .update(reasonTemplate)
            .set(kept)
            .where(eq(reasonTemplate.id, id))
            .returning({ id: reasonTemplate.id })
        : await tx
            .insert(reasonTemplate)
            .values({ id, ...kept, createdAt: now() })
            .returning({ id: reasonTemplate.id });
      if (written.length === 0) return refused("notFound");
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "template:save",
        objectKind: "template",
        objectId: id,
        detail: { decision: kept.decision },
      });
      return done({ templateId: id });
    });
  } catch (error) {
    if (isUniqueViolation(error, "reason_template_name")) return refused("nameTaken", "name");
    throw error;
  }
}

export async function deleteTemplate(
  viewer: Viewer,
  templateId: string,
): Promise<Outcome<null, TemplateRefusal>> {
  if (viewer.kind !== "moderator" || !can(viewer, "template:manage")) return refused("notFound");
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(reasonTemplate)
      .where(eq(reasonTemplate.id, templateId))
      .returning({ decision: reasonTemplate.decision, name: reasonTemplate.name });
    if (!gone) return refused("notFound");
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "template:delete",
      objectKind: "template",
      objectId: templateId,
      // No row says any more what was deleted.
      detail: gone,
    });
    return done(null);
  });
}
