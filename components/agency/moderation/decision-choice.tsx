"use client";

import { type RadioChoice, RadioList } from "@/components/ui/radio-list";

const decisions: readonly RadioChoice[] = [
  {
    value: "approve",
    label: "Valider",
    hint: "L’offre pourra être publiée.",
    data: { "data-shortcut": "v", "data-then-focus": "#decide" },
  },
  {
    value: "requestChanges",
    label: "Demander une correction",
    hint: "La structure reçoit votre motif et corrige son offre.",
    data: { "data-shortcut": "c", "data-then-focus": "#reason" },
  },
  {
    value: "refuse",
    label: "Refuser",
    hint: "La décision est définitive ; la structure reçoit votre motif.",
    data: { "data-shortcut": "r", "data-then-focus": "#reason" },
  },
];

/** The three decisions, each with its key. */
export function DecisionChoice() {
  return <RadioList name="decision" label="Décision" choices={decisions} />;
}
