"use client";

import { controlClass } from "@/components/ui/control-class";
import { Field, useDescription } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";

interface Props {
  name: string;
  label: string;
  /** How the cell is filled. */
  hint: string;
  /** What is wrong with it; nothing for one that only goes with another. */
  messages: readonly string[];
  /** The cell as it is. */
  text: string;
  lines?: number;
  /** What it is chosen from, where it holds one of a list. */
  choices?: readonly string[] | undefined;
}

/** One cell of a spreadsheet, to be corrected where its row is read. */
export function CellField({ name, label, hint, messages, text, lines = 1, choices }: Props) {
  const { value, error: answered } = useField(name);
  const shown = typeof value === "string" ? value : text;
  const error = [answered ?? "", ...messages].filter(Boolean).join(" ") || undefined;
  const native = {
    id: name,
    name,
    key: shown,
    defaultValue: shown,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": useDescription(name, hint, error),
    className: controlClass,
  };
  const { key, ...rest } = native;
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {choices ? (
        <select key={key} {...rest}>
          <option value="">Choisissez…</option>
          {/* What nobody knows stays, to the letter, until another is chosen. */}
          {[...new Set([...choices, text, shown])].filter(Boolean).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : lines > 1 || shown.includes("\n") ? (
        <textarea key={key} {...rest} rows={Math.max(lines, shown.split("\n").length)} />
      ) : (
        <input key={key} {...rest} />
      )}
    </Field>
  );
}
