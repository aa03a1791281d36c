"use client";

import { useId, useState } from "react";
import { CheckBox } from "./check-box";
import { FieldGroup, type FieldText } from "./field";
import { useField } from "./form-context";
import type { Choice } from "./select-field";
import { useScriptedClass } from "./use-scripts";

/** Accents and case do not matter when one looks for a word. */
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * Several choices of a list; with JavaScript it can be searched and what is chosen stands above as
 * chips.
 */
export function ChoiceList({
  name,
  label,
  hint,
  optional,
  choices,
}: FieldText & { choices: readonly Choice[] }) {
  const { error, value } = useField(name);
  const given = value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
  const [chosen, setChosen] = useState<string[]>(given);
  const [search, setSearch] = useState("");
  const searchId = useId();
  const scripted = useScriptedClass();
  const hidden = (choice: Choice) =>
    search !== "" && !folded(choice.label).includes(folded(search));
  const none = choices.every(hidden);
  const set = (choice: string, on: boolean) =>
    setChosen((before) =>
      on
        ? [...before.filter((other) => other !== choice), choice]
        : before.filter((other) => other !== choice),
    );
  return (
    <FieldGroup name={name} label={label} hint={hint} optional={optional} error={error}>
      <div
        className={
          "@container rounded border bg-surface " +
          (error ? "border-2 border-danger" : "border-control")
        }
      >
        <ul
          className={`flex flex-wrap gap-2 p-3 empty:hidden ${scripted}`}
          aria-label={`${label} : choix faits`}
        >
          {choices
            .filter((choice) => chosen.includes(choice.value))
            .map((choice) => (
              <li key={choice.value}>
                <button
                  type="button"
                  onClick={() => set(choice.value, false)}
                  className={
                    "inline-flex min-h-9 items-center gap-2 rounded-2xl bg-accent-soft " +
                    "px-3 py-1 text-left text-sm font-semibold text-accent-strong " +
                    "hover:bg-accent hover:text-surface"
                  }
                >
                  {choice.label}
                  <span aria-hidden="true">×</span>
                  <span className="sr-only">: retirer</span>
                </button>
              </li>
            ))}
        </ul>
        <div className={`border-y border-line p-2 ${scripted}`}>
          <label htmlFor={searchId} className="sr-only">
            Chercher dans la liste : {label}
          </label>
          <input
            id={searchId}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
            placeholder="Chercher…"
            className={
              "block min-h-11 w-full rounded bg-canvas px-3 text-base " + "placeholder:text-muted"
            }
          />
        </div>
        <div
          className="grid max-h-64 gap-x-4 overflow-y-auto p-2 @md:grid-cols-2"
          tabIndex={0}
          role="group"
          aria-label={label}
        >
          {choices.map((choice) => (
            <CheckBox
              key={choice.value}
              name={name}
              value={choice.value}
              label={choice.label}
              checked={chosen.includes(choice.value)}
              onChange={(event) => set(choice.value, event.target.checked)}
              className={hidden(choice) ? "hidden" : ""}
            />
          ))}
          {none ? <p className="p-2 text-muted">Aucun choix ne contient « {search} ».</p> : null}
        </div>
      </div>
    </FieldGroup>
  );
}
