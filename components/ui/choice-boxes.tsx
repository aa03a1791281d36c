"use client";

import { useState } from "react";

export interface ChoiceBox {
  value: string;
  label: string;
  /** Behind the label, such as a number of results. */
  note?: string;
}

// Said of all boxes at once: a page of filters has a hundred of them.
const boxes =
  "[&_label]:flex [&_label]:min-h-11 [&_label]:cursor-pointer [&_label]:items-center " +
  "[&_label]:gap-3 [&_label]:rounded [&_label]:px-1 [&_label]:py-1 " +
  "[&_label]:wrap-anywhere [&_label:hover]:bg-accent-soft [&_input]:size-5 " +
  "[&_input]:shrink-0 [&_input]:accent-accent [&_span]:ml-auto [&_span]:text-muted " +
  "[&_span]:whitespace-nowrap [&_span]:tabular-nums";

/** Choices that stand below one another as they are; more scroll in a frame of their own. */
const whole = 12;

/**
 * Several choices of a plain GET form. In the browser's part of the page, although it does nothing
 * there: the server then sends the choices once as a list and not each of their elements
 * (docs/performance.md).
 * @param isLong whether a long list scrolls, beginning with what is chosen as it is first shown:
 * below the finger that chooses nothing moves
 */
export function ChoiceBoxes({
  name,
  label,
  chosen,
  choices,
  isLong = false,
  className = "",
}: {
  name: string;
  label?: string;
  chosen: readonly string[];
  choices: readonly ChoiceBox[];
  isLong?: boolean;
  className?: string;
}) {
  const [first] = useState(chosen);
  const isFirst = ({ value }: ChoiceBox) => first.includes(value);
  const scrolls = isLong && choices.length > whole;
  const shown = scrolls
    ? [...choices.filter(isFirst), ...choices.filter((choice) => !isFirst(choice))]
    : choices;
  return (
    <div
      className={`${boxes} ${scrolls ? "scroll-shade max-h-82 overflow-y-auto" : ""} ${className}`}
      {...(label ? { role: "group", "aria-label": label } : {})}
      tabIndex={scrolls ? 0 : undefined}
    >
      {shown.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            // A browser that comes back ticks them by their places, which have changed.
            autoComplete={scrolls ? "off" : undefined}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          {choice.label} {choice.note === undefined ? null : <span>{choice.note}</span>}
        </label>
      ))}
    </div>
  );
}
