import type { FormValues } from "./action-result";

/** A form as flat values: a name met once is a text, met several times a list. Files and React's own fields are left out. */
export function readForm(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of formData.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || name === "__proto__") continue;
    const before = values[name];
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
