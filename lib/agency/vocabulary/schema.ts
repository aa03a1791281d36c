import { z } from "zod";
import { line, paragraphs } from "@/lib/platform/values/fields";
import { synonymsSlug, vocabularySlugs } from "@/lib/reference/vocabulary/labels";
import { vocabularyKinds } from "@/lib/reference/vocabulary/rules";

const label = line(80, "Le libellé").pipe(z.string().min(1, "Renseignez le libellé."));

/** Which list the page shows, read from the address. */
export const vocabularyPageSchema = z.object({
  liste: z.enum([...Object.values(vocabularySlugs), synonymsSlug]).catch("themes"),
  /** Words to see what they find, before they are kept. */
  essai: line(200, "").catch(""),
  /** The synonyms to be changed; empty for new ones. */
  modifier: z.uuid().or(z.literal("")).catch(""),
});

/** One word a line, or commas between them. */
export function splitWords(text: string): string[] {
  return [
    ...new Set(text.split(/[,;\n]/).map((word) => word.replaceAll(/\s+/g, " ").trim())),
  ].filter(Boolean);
}

/** Characters of one of them, and of the word they stand for. */
export const longestWord = 60;
/** Synonyms of one word. */
export const mostSynonyms = 30;

export const synonymsSchema = z.object({
  /** Empty for new ones. */
  synonymsId: z.uuid().or(z.literal("")).default(""),
  term: line(longestWord, "Le mot").pipe(
    z.string().min(1, "Renseignez le mot que disent les offres."),
  ),
  synonyms: paragraphs.transform(splitWords).pipe(
    z
      .array(
        z.string().max(longestWord, `Chaque synonyme compte au plus ${longestWord} caractères.`),
      )
      .min(1, "Renseignez au moins un synonyme.")
      .max(mostSynonyms, `Un mot a au plus ${mostSynonyms} synonymes.`),
  ),
});

export const deletedSynonymsSchema = z.object({ synonymsId: z.uuid() });

export const newTermSchema = z.object({ kind: z.enum(vocabularyKinds), label });

export const termSchema = z.object({ termId: z.uuid() });

export const renamedTermSchema = termSchema.extend({ label });

/** One button of the list: the term and where it goes. */
export const movedTermSchema = z.object({
  move: z
    .string()
    .transform((move) => ({ step: move.split(":")[0], termId: move.split(":").slice(1).join(":") }))
    .pipe(z.object({ step: z.enum(["up", "down"]), termId: z.uuid() })),
});

export const mergedTermSchema = termSchema.extend({
  targetId: z.uuid("Choisissez le terme qui reste."),
  sure: z.literal("on", "Cochez la case : une fusion ne se défait pas."),
});
