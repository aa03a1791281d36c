import type { FormValues, SentForm } from "@/lib/platform/form/action-result";

const formName = "carried";
const prefix = "carried:";

/** A form that was sent, as hidden fields of the one that signs in. */
export function packForm({ form, values }: SentForm): [name: string, value: string][] {
  const texts = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [prefix + name, text]),
  );
  return [[formName, form], ...texts];
}

/** What {@link packForm} made of it. */
export function unpackForm(values: FormValues): SentForm {
  const texts = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return {
    form: String(values[formName] ?? ""),
    values: Object.fromEntries(texts.map(([name, value]) => [name.slice(prefix.length), value])),
  };
}
