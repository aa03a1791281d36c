import "server-only";
import { asc, eq } from "drizzle-orm";
import { reasonTemplate } from "@/db/schema/moderation";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";

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
  return rows.map(asTemplate);
}

/** A row of the table, whose decision is one of the two that have a reason. */
export function asTemplate({
  id,
  decision,
  name,
  words,
}: typeof reasonTemplate.$inferSelect): TemplateDto {
  return { id, decision: decision === "refused" ? "refused" : "changesRequested", name, words };
}

interface Reasoned {
  decision: "approve" | keyof typeof decisionOf;
  reason: string;
  templateId: string;
}

/** Which kept reasons a decision may be explained by. */
const decisionOf = { requestChanges: "changesRequested", refuse: "refused" } as const;

/**
 * The reason of a decision: what was written, or the kept one that was chosen and not written out.
 * @returns `templateOfOther` for a kept reason of another decision; empty where there is none
 */
export async function reasonOf(
  viewer: Viewer,
  { decision, reason, templateId }: Reasoned,
): Promise<Outcome<string, "templateOfOther">> {
  if (reason || !templateId || !can(viewer, "offer:moderate")) return done(reason);
  const [row] = await db.select().from(reasonTemplate).where(eq(reasonTemplate.id, templateId));
  if (!row) return done("");
  return decision !== "approve" && row.decision === decisionOf[decision]
    ? done(row.words)
    : refused("templateOfOther", "templateId");
}
