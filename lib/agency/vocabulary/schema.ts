import { z } from "zod";
import { line } from "@/lib/platform/values/fields";
import { vocabularySlugs } from "@/lib/reference/vocabulary/labels";
import { vocabularyKinds } from "@/lib/reference/vocabulary/rules";

const label = line(80, "Le libellé").pipe(z.string().min(1, "Renseignez le libellé."));

/** Which list the page shows, read from the address. */
export const vocabularyPageSchema = z.object({ liste: z.enum(vocabularySlugs).catch("themes") });

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
  sure: z.literal("on", "Cochez la case : une fusion ne se défait pas."),
});
