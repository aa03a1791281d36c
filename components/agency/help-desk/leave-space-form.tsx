"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { endViewAsAction } from "@/lib/agency/help-desk/actions";

export function LeaveSpaceForm() {
  return (
    <ActionForm action={endViewAsAction}>
      <SubmitButton variant="secondary">Revenir à la modération</SubmitButton>
    </ActionForm>
  );
}
