"use client";

import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { typeInto } from "@/components/ui/restore-typing";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useScripts } from "@/components/ui/use-scripts";
import { templateDecisionLabels } from "@/lib/agency/moderation/labels";
import type { TemplateDto } from "@/lib/agency/moderation/queries/reason-templates";

const decisionOf = { changesRequested: "requestChanges", refused: "refuse" } as const;

/**
 * The reason of a decision, and the kept ones it may start from: with scripts a kept one is written
 * into the field when asked for, to be adapted; without, it is taken as it stands when nothing is
 * written.
 */
export function ReasonFields({ templates }: { templates: readonly TemplateDto[] }) {
  const scripts = useScripts();
  function takeUp({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) {
    const select = form?.elements.namedItem("templateId");
    const reason = form?.elements.namedItem("reason");
    if (!(select instanceof HTMLSelectElement) || !(reason instanceof HTMLTextAreaElement)) return;
    const template = templates.find(({ id }) => id === select.value);
    if (!template) {
      select.focus();
      return;
    }
    const written = reason.value.trim();
    const replaces = written === "" || templates.some(({ words }) => words === written);
    typeInto(reason, replaces ? template.words : `${reason.value}\n${template.words}`);
    // It stands in the field now: emptied there, it is not sent after all.
    typeInto(select, "");
    form
      ?.querySelector<HTMLInputElement>(
        `input[name="decision"][value="${decisionOf[template.decision]}"]`,
      )
      ?.click();
    reason.focus();
  }
  return (
    <>
      {templates.length > 0 ? (
        <>
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
          {scripts ? (
            <Button type="button" variant="secondary" onClick={takeUp} className="mb-6">
              Reprendre ce motif
            </Button>
          ) : null}
        </>
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
