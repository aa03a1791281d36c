"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopRemindersAction } from "@/lib/offer/reminder/actions";

export function StopRemindersForm({ token }: { token: string }) {
  return (
    <ActionForm action={stopRemindersAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Ne plus recevoir de rappels</SubmitButton>
    </ActionForm>
  );
}
