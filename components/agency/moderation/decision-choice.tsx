"use client";

import { FieldGroup } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";

const decisions = [
  {
    code: "approve",
    label: "Valider",
    hint: "L’offre pourra être publiée.",
    shortcut: "v",
    thenFocus: "#decide",
  },
  {
    code: "requestChanges",
    label: "Demander une correction",
    hint: "La structure reçoit votre motif et corrige son offre.",
    shortcut: "c",
    thenFocus: "#reason",
  },
  {
    code: "refuse",
    label: "Refuser",
    hint: "La décision est définitive ; la structure reçoit votre motif.",
    shortcut: "r",
    thenFocus: "#reason",
  },
] as const;

/** The three decisions, each with its key. */
export function DecisionChoice() {
  const { error, value } = useField("decision");
  return (
    <FieldGroup name="decision" label="Décision" error={error}>
      {decisions.map(({ code, label, hint, shortcut, thenFocus }) => (
        <label
          key={code}
          className={
            "flex min-h-11 cursor-pointer items-start gap-3 rounded px-2 py-2 " +
            "hover:bg-accent-soft"
          }
        >
          <input
            type="radio"
            name="decision"
            value={code}
            defaultChecked={value === code}
            data-shortcut={shortcut}
            data-then-focus={thenFocus}
            className="mt-0.5 size-6 shrink-0 accent-accent"
          />
          <span>
            <span className="font-semibold">{label}</span>
            <span className="block text-sm text-muted">{hint}</span>
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
