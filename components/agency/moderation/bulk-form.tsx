"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { decideOffersAction } from "@/lib/agency/moderation/actions";
import type { TemplateDto } from "@/lib/agency/moderation/queries/reason-templates";
import { bulkDecisionSchema } from "@/lib/agency/moderation/schema";
import { listOf } from "@/lib/offer/content/draft-reading";
import { DecisionChoice } from "./decision-choice";
import { ReasonFields } from "./reason-fields";

interface PickedOffer {
  /** `offerId:revisionId`: what is decided on is what the preview shows. */
  pair: string;
  title: string;
  /** What the preview says of it. */
  children: ReactNode;
}

/**
 * One decision on several offers: the preview, from which offers can be taken out, and the decision
 * below it.
 */
export function BulkForm({
  offers,
  query,
  templates,
}: {
  offers: readonly PickedOffer[];
  query: string;
  templates: readonly TemplateDto[];
}) {
  const picked = offers.map(({ pair }) => pair);
  return (
    <ActionForm
      action={decideOffersAction}
      schema={bulkDecisionSchema}
      values={{ picked }}
      keepKey={`lot-${picked.map((pair) => pair.split(":")[0]).join()}`}
    >
      <input type="hidden" name="queue" value={query} />
      <Picked offers={offers} />
      <DecisionChoice />
      <ReasonFields templates={templates} />
      <SubmitButton>Enregistrer la décision pour les offres cochées</SubmitButton>
    </ActionForm>
  );
}

function Picked({ offers }: { offers: readonly PickedOffer[] }) {
  const { error, value } = useField("picked");
  const picked = listOf(value);
  return (
    <FieldGroup
      name="picked"
      label="Offres de cette décision"
      hint="Décochez celles que vous préférez examiner à part."
      error={error}
    >
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {offers.map(({ pair, title, children }) => (
          <li key={pair} className="p-3">
            <CheckBox
              name="picked"
              value={pair}
              defaultChecked={picked.includes(pair)}
              label={<span className="font-semibold break-words">{title}</span>}
            />
            <div className="pl-11">{children}</div>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
