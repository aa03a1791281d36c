import type { FormValues } from "./action-result";

/** More than any page of ours sends: a year of slots and the longest text, several times over. */
export const formBounds = { fields: 2_000, characters: 100_000 };

/**
 * Postgres stores it in no text, and nobody types it; FormData itself holds no half of a surrogate
 * pair.
 */
const nul = "\u0000";

/**
 * A form as flat values: a name met once is a text, met several times a list. Files and React's own
 * fields are left out.
 */
export function readForm(formData: FormData): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of formData.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || name === "__proto__") continue;
    const text = value.replaceAll(nul, "");
    const before = values.get(name);
    if (before === undefined) values.set(name, text);
    else if (Array.isArray(before)) before.push(text);
    else values.set(name, [before, text]);
  }
  return Object.fromEntries(values);
}

/**
 * The same for what somebody sent, who need not have used a form of ours.
 * @returns null for what is no form, or more of one than {@link formBounds}
 */
export function readSentForm(sent: unknown): FormValues | null {
  if (!(sent instanceof FormData)) return null;
  let fields = 0;
  for (const [name, value] of sent.entries()) {
    const isTooLong =
      name.length + (typeof value === "string" ? value.length : 0) > formBounds.characters;
    if (++fields > formBounds.fields || isTooLong) return null;
  }
  return readForm(sent);
}
