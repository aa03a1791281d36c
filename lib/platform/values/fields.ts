import { z } from "zod";
import { isVisible, readable } from "./characters";
import "./default-messages";

/**
 * One line of text, trimmed, inner white space folded.
 * @param subject what it is, to begin the sentence that refuses a longer one: «Le titre»
 */
export function line(max: number, subject: string) {
  return z
    .string()
    .transform((text) => shown(readable(text).replaceAll(/\s+/g, " ")))
    .pipe(z.string().max(max, `${subject} compte au plus ${max} caractères.`));
}

/** Several lines of text, trimmed. */
export const paragraphs = z.string().transform((text) => shown(readable(text)));

/** Nothing, where there is nothing to see. */
const shown = (text: string) => (isVisible(text) ? text.trim() : "");

/** A field that a form sends no, one or several times. */
export function fieldList<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    schema,
  );
}
