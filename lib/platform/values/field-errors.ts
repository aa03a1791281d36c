import type { z } from "zod";

/** The messages of each field, in the order of the schema. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string[]> {
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    (fieldErrors[String(issue.path[0] ?? "")] ??= []).push(issue.message);
  }
  return fieldErrors;
}
