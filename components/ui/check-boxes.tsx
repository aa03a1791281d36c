"use client";

import { CheckBox } from "./check-box";
import { FieldGroup, type FieldText } from "./field";
import { useField } from "./form-context";

/** Several of a few choices. */
export function CheckBoxes({
  choices,
  className,
  ...text
}: FieldText & {
  choices: readonly (readonly [value: string, label: string])[];
  /** Of the frame around the boxes. */
  className?: string;
}) {
  const { error, value } = useField(text.name);
  const chosen = [value ?? []].flat();
  return (
    <FieldGroup {...text} error={error}>
      <div className={className}>
        {choices.map(([choice, label]) => (
          <CheckBox
            key={choice}
            name={text.name}
            value={choice}
            label={label}
            defaultChecked={chosen.includes(choice)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
