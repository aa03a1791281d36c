"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { counted } from "@/lib/platform/values/french";

export interface Suggestion {
  key: string;
  label: string;
  /** Behind it, in a quieter tone. */
  note?: string;
}

export interface Suggesting<S extends Suggestion> {
  /** What is proposed for what stands in the field; nobody there to answer proposes nothing. */
  ask: (typed: string) => Promise<readonly S[]>;
  /** Writes what was chosen, into this control or others of its form. */
  pick: (chosen: S, control: HTMLInputElement) => void;
}

/** Milliseconds after a key before somebody is asked. */
const pause = 150;

/**
 * What is proposed under a control while one types (W3C: editable combobox with list); it stands
 * beside it in an element that is `relative`. It makes the control what it then is, so that it may
 * come later than the control, and takes nothing from one somebody is typing in.
 */
export function Suggestions<S extends Suggestion>({
  control: own,
  name,
  ask,
  pick,
}: Suggesting<S> & { control: RefObject<HTMLInputElement | null>; name: string }) {
  const [list, setList] = useState<readonly S[]>([]);
  const [active, setActive] = useState(-1);
  const waiting = useRef(0);
  // Of two answers that overtake each other the text that stands in the field counts.
  const asked = useRef<object>(undefined);
  const open = list.length > 0;
  const listId = `${name}-suggestions`;
  const id = (index: number) => `${name}-suggestion-${index}`;

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

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) {
        look(own.current?.value ?? "");
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
    } else if (event.key === "Escape") {
      if (open) event.preventDefault();
      // An answer on its way opens nothing any more.
      close();
    }
  }

  const begin = useEffectEvent(() => {
    const control = own.current;
    control?.setAttribute("role", "combobox");
    control?.setAttribute("aria-autocomplete", "list");
    // Somebody was faster than this.
    if (control && control === document.activeElement && control.value !== control.defaultValue)
      look(control.value);
  });

  useEffect(() => {
    begin();
    return () => window.clearTimeout(waiting.current);
  }, []);

  // More are proposed than the list shows at once, and the focus that would scroll stays outside.
  useEffect(() => {
    if (active >= 0)
      document.getElementById(`${name}-suggestion-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, name]);

  useEffect(() => {
    const control = own.current;
    if (!control) return;
    const said = {
      "aria-expanded": String(open),
      "aria-controls": open ? listId : null,
      "aria-activedescendant": active < 0 ? null : id(active),
    };
    for (const [attribute, value] of Object.entries(said)) {
      if (value === null) control.removeAttribute(attribute);
      else control.setAttribute(attribute, value);
    }
    // What is put in by a script, nobody is typing; nor what the browser fills in elsewhere.
    const onInput = (event: Event) =>
      event.isTrusted && control === document.activeElement && look(control.value);
    control.addEventListener("input", onInput);
    control.addEventListener("keydown", onKeyDown);
    control.addEventListener("blur", close);
    return () => {
      control.removeEventListener("input", onInput);
      control.removeEventListener("keydown", onKeyDown);
      control.removeEventListener("blur", close);
    };
  });

  return (
    <>
      {open ? (
        <ul
          id={listId}
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
      <p role="status" className="sr-only">
        {open ? counted(list.length, "proposition", "propositions") : ""}
      </p>
    </>
  );
}
