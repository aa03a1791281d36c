import "server-only";
import { eq } from "drizzle-orm";
import { searchSynonym } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { conflictOver } from "@/lib/platform/audit/queries";
import { db, type Transaction } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { contested, done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { newId } from "@/lib/platform/values/id";
import {
  synonymsAddress,
  synonymsFields,
  synonymsInWords,
  type SynonymsRefusal,
} from "@/lib/reference/vocabulary/labels";

/** More than that would slow every search. */
const mostGroups = 500;

type Moderator = Extract<Viewer, { kind: "moderator" }>;
type Saved = Outcome<{ synonymsId: string }, SynonymsRefusal>;

/**
 * Keeps synonyms of a word, or changes those that are kept; the next search knows them.
 * @param bases what those that are kept may say to be written over (`basesIn`); absent, anything
 */
export async function saveSynonyms(
  asking: Viewer,
  { synonymsId, ...words }: { synonymsId: string; term: string; synonyms: string[] },
  bases?: readonly string[],
): Promise<Saved> {
  return edited(asking, async (tx, viewer) => {
    const id = synonymsId || newId();
    if (!synonymsId && (await tx.$count(searchSynonym)) >= mostGroups) return refused("tooMany");
    if (synonymsId) {
      const [row] = await tx
        .select()
        .from(searchSynonym)
        .where(eq(searchSynonym.id, id))
        .for("update");
      if (!row) return refused("notFound");
      const conflict = await conflictOver(tx, viewer, {
        bases,
        labels: synonymsFields,
        mine: synonymsInWords(words),
        theirs: synonymsInWords(row),
        saved: { kind: "synonyms", deeds: ["vocabulary:saveSynonyms"], about: id },
        address: synonymsAddress,
      });
      if (conflict) return contested(conflict);
    }
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
      actorId: viewer.accountId,
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
  return edited(viewer, async (tx, { accountId: actorId }) => {
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
  run: (tx: Transaction, viewer: Moderator) => Promise<Saved>,
): Promise<Saved> {
  if (viewer.kind !== "moderator" || !can(viewer, "vocabulary:edit")) return refused("notFound");
  try {
    return await db.transaction((tx) => run(tx, viewer));
  } catch (error) {
    if (isUniqueViolation(error, "search_synonym_term")) return refused("wordTaken", "term");
    throw error;
  }
}
