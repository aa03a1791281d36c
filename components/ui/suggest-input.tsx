"use client";

import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { counted } from "@/lib/platform/values/french";
import { controlClass } from "./control-class";
import { useScripts } from "./use-scripts";

export interface Suggestion {
  key: string;
  label: string;
  /** Behind it, in a quieter tone. */
  note?: string;
}

export interface Suggesting<S extends Suggestion> extends Pick<
  ComponentProps<"input">,
  "autoComplete" | "enterKeyHint" | "spellCheck"
> {
  /** What is proposed for what stands in the field; nobody there to answer proposes nothing. */
  ask: (typed: string) => Promise<readonly S[]>;
  /** Writes what was chosen, into this control or others of its form. */
  pick: (chosen: S, control: HTMLInputElement) => void;
}

/** Milliseconds after a key before somebody is asked. */
const pause = 150;

/**
 * One line of text with suggestions while one types (W3C: editable combobox with list), for a label
 * that stands beside it. They only help: whatever is typed is sent, and without scripts it is a
 * control like any other.
 */
export function SuggestInput<S extends Suggestion>({
  name,
  value,
  description,
  invalid,
  ask,
  pick,
  ...native
}: Suggesting<S> & {
  name: string;
  value: string;
  /** Ids of what describes it. */
  description: string | undefined;
  invalid: boolean;
}) {
  const own = useRef<HTMLInputElement>(null);
  const [list, setList] = useState<readonly S[]>([]);
  const [active, setActive] = useState(-1);
  const waiting = useRef(0);
  // Of two answers that overtake each other the text that stands in the field counts.
  const asked = useRef<object>(undefined);
  const scripts = useScripts();
  const open = list.length > 0;
  const id = (index: number) => `${name}-suggestion-${index}`;

  useEffect(() => () => window.clearTimeout(waiting.current), []);

  function close() {
    window.clearTimeout(waiting.current);
    asked.current = undefined;
    setList([]);
    setActive(-1);
  }

  function look(typed: string) {
    window.clearTimeout(waiting.current);
    const turn = {};
    asked.current = turn;
    waiting.current = window.setTimeout(() => {
      void ask(typed).then((found) => {
        if (asked.current !== turn) return;
        setList(found);
        setActive(-1);
      });
    }, pause);
  }

  function choose(chosen: S | undefined) {
    if (!chosen || !own.current) return;
    close();
    pick(chosen, own.current);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) {
        look(event.currentTarget.value);
        return;
      }
      const next = active + step;
      setActive(next < 0 ? list.length - 1 : next % list.length);
    } else if (event.key === "Enter") {
      // What was typed is sent as it is.
      if (!list[active]) {
        close();
        return;
      }
      event.preventDefault();
      choose(list[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  }

  return (
    <>
      <div className="relative">
        <input
          ref={own}
          id={name}
          name={name}
          defaultValue={value}
          aria-invalid={invalid || undefined}
          aria-describedby={description}
          className={controlClass}
          onInput={(event) => {
            // What is put in by a script, nobody is typing.
            if (event.nativeEvent.isTrusted) look(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
          {...(scripts
            ? {
                role: "combobox",
                "aria-autocomplete": "list" as const,
                "aria-expanded": open,
                "aria-controls": open ? `${name}-suggestions` : undefined,
                "aria-activedescendant": active < 0 ? undefined : id(active),
              }
            : {})}
          {...native}
        />
        {open ? (
          <ul
            id={`${name}-suggestions`}
            role="listbox"
            aria-label="Propositions"
            className={
              "absolute left-0 top-full z-10 mt-1 max-h-80 w-max min-w-full " +
              "max-w-[min(18rem,calc(100vw-4.5rem))] overflow-auto rounded border " +
              "border-control bg-surface py-1 shadow-lg"
            }
          >
            {list.map((suggestion, index) => (
              <li
                key={suggestion.key}
                id={id(index)}
                role="option"
                aria-selected={index === active}
                className={
                  "min-h-11 cursor-pointer px-3 py-2.5 wrap-anywhere hover:bg-accent-soft " +
                  "aria-selected:bg-accent-soft"
                }
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
              >
                {suggestion.label}
                {suggestion.note ? <span className="text-muted"> {suggestion.note}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {scripts ? (
        <p role="status" className="sr-only">
          {open ? counted(list.length, "proposition", "propositions") : ""}
        </p>
      ) : null}
    </>
  );
}
