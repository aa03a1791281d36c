import { z } from "zod";
import { readable } from "@/lib/platform/values/characters";

/** Parts of what the database holds: what a row does not say reads as its default. */

export const text = z.string().catch("");

/** A list without what is none of its members. */
export function list<T>(member: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => member.safeParse(value).data ?? []));
}

/** An object that may be missing as a whole. */
export function part<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text as the form reads it: rows are older than some of its rules. */
export function typed(words: string): string {
  return readable(words).trim();
}

/** A property of a content that may be absent, as text; empty where it is. */
export function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The same of a list of texts. */
export function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
