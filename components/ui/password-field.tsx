"use client";

import { useState } from "react";
import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";
import { useScriptedClass } from "./use-scripts";

export interface Criterion {
  label: string;
  test: (password: string) => boolean;
}

/** A password, that can be shown, with the criteria it meets while it is typed. */
export function PasswordField({
  name,
  label,
  hint,
  criteria = [],
  autoComplete,
}: FieldText & {
  criteria?: readonly Criterion[];
  autoComplete: "new-password" | "current-password";
}) {
  const { error } = useField(name);
  const description = useDescription(name, hint, error);
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState("");
  const scripted = useScriptedClass();
  return (
    <Field name={name} label={label} hint={hint} error={error} className="@container">
      <div className="flex gap-2">
        <input
          id={name}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={
            [description, criteria.length > 0 ? `${name}-criteria` : ""]
              .filter(Boolean)
              .join(" ") || undefined
          }
          className={controlClass}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-controls={name}
          onClick={() => setShown(!shown)}
          className={
            "min-h-12 shrink-0 rounded border border-control bg-surface px-3 text-sm " +
            `font-semibold hover:bg-accent-soft ${scripted}`
          }
        >
          {shown ? "Masquer" : "Afficher"}
          <span className="sr-only"> le mot de passe</span>
        </button>
      </div>
      {criteria.length > 0 ? (
        <ul id={`${name}-criteria`} className="mt-2 grid gap-x-6 text-sm @md:grid-cols-2">
          {criteria.map(({ label: words, test }) => {
            const met = test(typed);
            return (
              <li key={words} className={met ? "font-semibold text-success" : "text-muted"}>
                <span aria-hidden="true">{met ? "✓" : "○"}</span> {words}
                <span className="sr-only">{met ? " : rempli" : " : à remplir"}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Field>
  );
}
