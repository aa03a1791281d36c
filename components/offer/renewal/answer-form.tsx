"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerRenewalAction } from "@/lib/offer/renewal/actions";
import { renewalAnswerLabels } from "@/lib/offer/renewal/labels";
import { type RenewalAnswer, renewalAnswers } from "@/lib/offer/renewal/rules";

/** «Oui», «Peut-être», «Non»: the one the mail's link named comes first and stands out. */
export function AnswerForm({
  token,
  suggested,
}: {
  token: string;
  suggested: RenewalAnswer | null;
}) {
  const order = suggested
    ? [suggested, ...renewalAnswers.filter((answer) => answer !== suggested)]
    : renewalAnswers;
  return (
    <ActionForm action={answerRenewalAction} className="flex flex-wrap gap-3">
      <input type="hidden" name="token" value={token} />
      {order.map((answer) => (
        <SubmitButton
          key={answer}
          name="answer"
          value={answer}
          variant={answer === suggested ? "primary" : "secondary"}
        >
          {answer === suggested
            ? `Confirmer : ${renewalAnswerLabels[answer].toLowerCase()}`
            : renewalAnswerLabels[answer]}
        </SubmitButton>
      ))}
    </ActionForm>
  );
}
