import "server-only";
import { asc, eq } from "drizzle-orm";
import { reasonTemplate } from "@/db/schema/moderation";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";

export interface TemplateDto {
  id: string;
  decision: "changesRequested" | "refused";
  name: string;
  words: string;
}

/** The reasons kept for use, by decision and name; none for anyone but a moderator. */
export async function reasonTemplates(viewer: Viewer): Promise<TemplateDto[]> {
  if (!can(viewer, "offer:moderate")) return [];
  const rows = await db
    .select()
    .from(reasonTemplate)
    .orderBy(asc(reasonTemplate.decision), asc(reasonTemplate.name));
  return rows.map(({ id, decision, name, words }) => ({
    id,
    decision: decision === "refused" ? "refused" : "changesRequested",
    name,
    words,
  }));
}

/** The words of a reason that was chosen and not written out; empty when it is gone. */
export async function templateWords(viewer: Viewer, templateId: string): Promise<string> {
  if (!templateId || !can(viewer, "offer:moderate")) return "";
  const [row] = await db
    .select({ words: reasonTemplate.words })
    .from(reasonTemplate)
    .where(eq(reasonTemplate.id, templateId));
  return row?.words ?? "";
}
