import type { z } from "zod";

/** The messages of each field, in the order of the schema. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string[]> {
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    (fieldErrors[String(issue.path[0] ?? "")] ??= []).push(issue.message);
  }
  return fieldErrors;
}

/**
 * The messages of a form with what was found out about its fields besides: said where the schema
 * finds nothing wrong, and in place of its «missing» at a field that was left empty.
 */
export function withFound(
  told: Readonly<Record<string, string[]>>,
  found: Readonly<Record<string, string[]>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, string[]> {
  const better = Object.entries(found).filter(([name]) => !(name in told) || isEmpty(values[name]));
  return { ...told, ...Object.fromEntries(better) };
}

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "");
