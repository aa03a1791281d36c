"use client";

import { CheckBoxes } from "@/components/ui/check-boxes";
import { ChoiceList } from "@/components/ui/choice-list";
import { NumberStepper } from "@/components/ui/number-stepper";
import type { Choice } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { type PlainField, plainField, type PlainName } from "@/lib/offer/content/inputs";

/** What the terms of each list are chosen from. */
export type FieldChoices = Partial<
  Record<NonNullable<PlainField["vocabulary"]>, readonly Choice[]>
>;

/** The control of a field that has none of its own, by its kind. */
export function FieldControl({ name, choices = {} }: { name: PlainName; choices?: FieldChoices }) {
  const field = plainField(name);
  const { kind, label, hint, optional, vocabulary, options = {} } = field;
  const words = { name, label, hint, optional };
  switch (kind) {
    case "line":
      return <TextField {...words} />;
    case "paragraphs":
      return <TextAreaField {...words} limit={field.limit ?? 0} rows={rowsFor(field.limit ?? 0)} />;
    case "number":
      return <NumberStepper {...words} unit={field.unit ?? ""} max={field.max} />;
    case "terms":
      return <ChoiceList {...words} choices={(vocabulary && choices[vocabulary]) ?? []} />;
    case "flags":
      return (
        <CheckBoxes
          {...words}
          choices={Object.entries(options).map(([value, label]) => ({ value, label }))}
        />
      );
  }
}

/** Few lines for what can only say little. */
function rowsFor(limit: number): number {
  return limit > 500 ? 6 : 3;
}
