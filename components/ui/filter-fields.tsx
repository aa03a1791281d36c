import type { ComponentProps, ReactNode } from "react";
import { controlClass } from "./control-class";
import type { Choice } from "./select-field";

interface Common {
  name: string;
  label: string;
  value: string;
}

/** The label of a filter that is none of the following. */
export function FilterField({
  name,
  label,
  className = "",
  children,
}: {
  name: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={name} className="mb-1.5 block font-semibold">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Of a {@link FilterError}, for what it describes. */
export const errorId = (name: string) => `${name}-error`;

interface FilterTextProps extends Common, Pick<ComponentProps<"input">, "type" | "inputMode"> {
  /** Whether a {@link FilterError} of the same name says what is wrong with it. */
  invalid?: boolean;
}

/**
 * Words, or a day, that a list is filtered by. For a plain GET form: the address holds the filter.
 */
export function FilterText({
  name,
  label,
  value,
  type = "search",
  invalid = false,
  ...more
}: FilterTextProps) {
  return (
    <FilterField name={name} label={label}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? errorId(name) : undefined}
        {...more}
        className={controlClass}
      />
    </FilterField>
  );
}

/** Why what was typed into the filter of this name finds nothing, or is passed over. */
export function FilterError({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={errorId(name)} className="mt-2 font-semibold text-danger">
      {children}
    </p>
  );
}

/** One choice, or all of them. */
export function FilterSelect({
  name,
  label,
  value,
  all,
  choices,
}: Common & { all?: string; choices: readonly Choice[] }) {
  return (
    <FilterField name={name} label={label}>
      <select
        id={name}
        name={name}
        defaultValue={value}
        data-value={value}
        className={controlClass}
      >
        {all === undefined ? null : <option value="">{all}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FilterField>
  );
}
