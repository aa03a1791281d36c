"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoDecisionsAction } from "@/lib/agency/moderation/actions";

/**
 * Takes back what was just decided, as long as its mail has not left. @param query filter of the
 * queue one works in
 */
export function UndoButton({ batchId, query }: { batchId: string; query: string }) {
  return (
    <ActionForm action={undoDecisionsAction}>
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="queue" value={query} />
      <SubmitButton variant="secondary" data-shortcut="z">
        Annuler la décision
      </SubmitButton>
    </ActionForm>
  );
}
