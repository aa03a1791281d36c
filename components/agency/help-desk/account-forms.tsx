"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  deactivateAccountAction,
  reactivateAccountAction,
  resendConfirmationOfAction,
  viewAsAction,
} from "@/lib/agency/help-desk/actions";

export function DeactivateAccountForm({ accountId }: { accountId: string }) {
  return (
    <ActionForm action={deactivateAccountAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="danger">Désactiver le compte</SubmitButton>
    </ActionForm>
  );
}

export function ReactivateAccountForm({ accountId }: { accountId: string }) {
  return (
    <ActionForm action={reactivateAccountAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton>Réactiver le compte</SubmitButton>
    </ActionForm>
  );
}

export function ResendConfirmationOfForm({ accountId }: { accountId: string }) {
  return (
    <ActionForm action={resendConfirmationOfAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="secondary">Renvoyer le message de confirmation</SubmitButton>
    </ActionForm>
  );
}

export function ViewSpaceForm({ accountId, name }: { accountId: string; name: string }) {
  return (
    <ActionForm action={viewAsAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="secondary">Voir ce que voit {name}</SubmitButton>
    </ActionForm>
  );
}
