"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { mergeStructuresAction } from "@/lib/agency/help-desk/actions";

/** `targetId` stays, `structureId` goes. */
export function MergeForm({ structureId, targetId }: { structureId: string; targetId: string }) {
  return (
    <ActionForm action={mergeStructuresAction}>
      <input type="hidden" name="structureId" value={structureId} />
      <input type="hidden" name="targetId" value={targetId} />
      <SubmitButton variant="danger">Fusionner définitivement</SubmitButton>
    </ActionForm>
  );
}
