"use client";

import { CheckBox } from "./check-box";
import { FieldGroup, type FieldText } from "./field";
import { useField } from "./form-context";
import type { Choice } from "./select-field";

/** Several of a few choices. */
export function CheckBoxes({
  choices,
  className,
  ...text
}: FieldText & {
  choices: readonly Choice[];
  /** Of the frame around the boxes. */
  className?: string;
}) {
  const { error, value } = useField(text.name);
  const chosen = [value ?? []].flat();
  return (
    <FieldGroup {...text} error={error}>
      <div className={className}>
        {choices.map((choice) => (
          <CheckBox
            key={choice.value}
            name={text.name}
            value={choice.value}
            label={choice.label}
            defaultChecked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
