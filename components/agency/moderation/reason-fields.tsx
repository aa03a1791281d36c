"use client";

import type { ChangeEvent } from "react";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { templateDecisionLabels } from "@/lib/agency/moderation/labels";
import type { TemplateDto } from "@/lib/agency/moderation/queries/reason-templates";

const decisionOf = { changesRequested: "requestChanges", refused: "refuse" } as const;

/**
 * The reason of a decision, and the kept ones it may start from: with scripts a kept one is written
 * into the field, to be adapted; without, it is taken as it stands when nothing is written.
 */
export function ReasonFields({ templates }: { templates: readonly TemplateDto[] }) {
  function takeUp({ target }: ChangeEvent<HTMLDivElement>) {
    const form = target.closest("form");
    const select = form?.elements.namedItem("templateId");
    const reason = form?.elements.namedItem("reason");
    if (
      !(select instanceof HTMLSelectElement) ||
      !(reason instanceof HTMLTextAreaElement) ||
      target !== (select as Element)
    )
      return;
    const template = templates.find(({ id }) => id === select.value);
    if (!template) return;
    const written = reason.value.trim();
    const replaces = written === "" || templates.some(({ words }) => words === written);
    reason.setRangeText(
      replaces ? template.words : `\n${template.words}`,
      replaces ? 0 : reason.value.length,
      reason.value.length,
      "end",
    );
    reason.dispatchEvent(new Event("input", { bubbles: true }));
    form
      ?.querySelector<HTMLInputElement>(
        `input[name="decision"][value="${decisionOf[template.decision]}"]`,
      )
      ?.click();
  }
  return (
    <>
      {templates.length > 0 ? (
        <div onChange={takeUp}>
          <SelectField
            name="templateId"
            label="Motif enregistré"
            optional
            empty="Aucun"
            choices={templates.map(({ id, decision, name }) => ({
              value: id,
              label: `${templateDecisionLabels[decision]} : ${name}`,
            }))}
          />
        </div>
      ) : null}
      <TextAreaField
        name="reason"
        label="Motif"
        hint="Nécessaire pour demander une correction ou refuser. La structure le lira tel quel."
        limit={2000}
        rows={5}
      />
    </>
  );
}
