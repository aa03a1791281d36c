import { z } from "zod";
import { paragraphs } from "@/lib/platform/values/fields";
import { agencyTexts, textCodes } from "./texts";

/** New words for a text; empty ones give the portal's own back. */
export const agencyTextSchema = z
  .object({ code: z.enum(textCodes), words: paragraphs })
  .superRefine(({ code, words }, context) => {
    const { limit } = agencyTexts[code];
    if (words.length > limit)
      context.addIssue({
        code: "custom",
        path: ["words"],
        message: `Ce texte compte au plus ${limit} caractères.`,
      });
  });
