"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { useFields } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { decideOfferAction } from "@/lib/agency/moderation/actions";
import type { TemplateDto } from "@/lib/agency/moderation/queries/reason-templates";
import { commentField, decisionSchema } from "@/lib/agency/moderation/schema";
import { contentPartLabels } from "@/lib/offer/content/labels";
import { type ContentPart, contentParts } from "@/lib/offer/content/significance";
import { DecisionChoice } from "./decision-choice";
import { ReasonFields } from "./reason-fields";

interface Props {
  offerId: string;
  revisionId: string;
  /** Filter of the queue that the next offer is taken from. */
  query: string;
  templates: readonly TemplateDto[];
}

/** The ARS's decision on one revision. */
export function DecisionForm({ offerId, revisionId, query, templates }: Props) {
  return (
    <ActionForm
      action={decideOfferAction}
      schema={decisionSchema}
      keepKey={`decision-${offerId}`}
      className="lg:flex lg:min-h-0 lg:flex-col"
    >
      <input type="hidden" name="offerId" value={offerId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="queue" value={query} />
      {/* The button is at hand however long the rest is; a field that is gone to does not stay
          behind it. */}
      <div
        className={
          "lg:-mx-2 lg:min-h-40 lg:overflow-y-auto lg:px-2 " +
          "lg:[&_:is(input,select,textarea,summary)]:scroll-mb-40"
        }
      >
        <DecisionChoice />
        <ReasonFields templates={templates} />
        <Comments />
      </div>
      <div
        className={
          "lg:sticky lg:bottom-0 lg:-mx-7 lg:-mb-7 lg:rounded-b-lg lg:border-t " +
          "lg:border-line lg:bg-surface lg:px-7 lg:pb-6 lg:pt-3"
        }
      >
        <CheckBox
          name="goOn"
          value="on"
          defaultChecked
          label="Passer ensuite à l’offre suivante"
          className="mb-3"
        />
        <SubmitButton id="decide" className="w-full">
          Enregistrer la décision
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Comments() {
  const open = useSpoken(contentParts);
  return (
    <details open={open} className="mb-4 rounded border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold text-accent">
        Demander une correction sur un champ précis
      </summary>
      <p className="mb-4 text-sm text-muted">
        La structure lira chaque remarque à côté du champ, en plus du motif.
      </p>
      {contentParts.map((part) => (
        <Comment key={part} part={part} />
      ))}
    </details>
  );
}

/**
 * Whether something stands about one of these parts: what is sent back, or in error, is not hidden.
 */
function useSpoken(parts: readonly ContentPart[]): boolean {
  const { errors, values } = useFields();
  return parts.map(commentField).some((name) => Boolean(values[name]) || Boolean(errors[name]));
}

function Comment({ part }: { part: ContentPart }) {
  const name = commentField(part);
  const open = useSpoken([part]);
  return (
    <details open={open} className="mb-2">
      <summary className="min-h-11 cursor-pointer py-2.5">{contentPartLabels[part]}</summary>
      <TextAreaField
        name={name}
        label={`Remarque : ${contentPartLabels[part]}`}
        optional
        limit={500}
        rows={3}
      />
    </details>
  );
}
