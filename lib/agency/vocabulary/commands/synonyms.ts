import "server-only";
import { eq } from "drizzle-orm";
import { searchSynonym } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { newId } from "@/lib/platform/values/id";
import type { SynonymsRefusal } from "@/lib/reference/vocabulary/labels";

/** More than that would slow every search. */
const mostGroups = 500;

type Saved = Outcome<{ synonymsId: string }, SynonymsRefusal>;

/** Keeps synonyms of a word, or changes those that are kept; the next search knows them. */
export async function saveSynonyms(
  viewer: Viewer,
  { synonymsId, ...words }: { synonymsId: string; term: string; synonyms: string[] },
): Promise<Saved> {
  return edited(viewer, async (tx, actorId) => {
    const id = synonymsId || newId();
    if (!synonymsId && (await tx.$count(searchSynonym)) >= mostGroups) return refused("tooMany");
    const written = synonymsId
      ? await tx
          .update(searchSynonym)
          .set(words)
          .where(eq(searchSynonym.id, id))
          .returning({ id: searchSynonym.id })
      : await tx
          .insert(searchSynonym)
          .values({ id, ...words })
          .returning({ id: searchSynonym.id });
    if (written.length === 0) return refused("notFound");
    await recordAudit(tx, {
      actorId,
      deed: "vocabulary:saveSynonyms",
      objectKind: "synonyms",
      objectId: id,
      detail: words,
    });
    return done({ synonymsId: id });
  });
}

/** Forgets synonyms of a word. */
export async function deleteSynonyms(viewer: Viewer, synonymsId: string): Promise<Saved> {
  return edited(viewer, async (tx, actorId) => {
    const [gone] = await tx
      .delete(searchSynonym)
      .where(eq(searchSynonym.id, synonymsId))
      .returning();
    if (!gone) return refused("notFound");
    await recordAudit(tx, {
      actorId,
      deed: "vocabulary:deleteSynonyms",
      objectKind: "synonyms",
      objectId: synonymsId,
      detail: { term: gone.term, synonyms: gone.synonyms },
    });
    return done({ synonymsId });
  });
}

async function edited(
  viewer: Viewer,
  run: (tx: Transaction, actorId: string) => Promise<Saved>,
): Promise<Saved> {
  if (viewer.kind !== "moderator" || !can(viewer, "vocabulary:edit")) return refused("notFound");
  try {
    return await db.transaction((tx) => run(tx, viewer.accountId));
  } catch (error) {
    if (isUniqueViolation(error, "search_synonym_term")) return refused("wordTaken", "term");
    throw error;
  }
}
