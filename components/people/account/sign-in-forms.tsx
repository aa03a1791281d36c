"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  choosePasswordAction,
  confirmAddressAction,
  demoSignInAction,
  forgottenPasswordAction,
  resendConfirmationAction,
  signInAction,
  signInAgainAction,
} from "@/lib/people/account/actions";
import { packForm } from "@/lib/people/account/packed-form";
import {
  choosePasswordSchema,
  forgottenPasswordSchema,
  signInSchema,
} from "@/lib/people/account/schema";
import type { SentForm } from "@/lib/platform/form/action-result";
import { shownCriteria } from "./password-criteria";

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signInAction} schema={signInSchema}>
      <input type="hidden" name="next" value={next} />
      <TextField name="email" label="Email" type="email" autoComplete="username" />
      <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Se connecter</SubmitButton>
        <Link
          href="/mot-de-passe"
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Mot de passe oublié
        </Link>
      </div>
    </ActionForm>
  );
}

/** Signs in where one is, and takes along what was typed there. */
export function SignInAgainForm({ sent }: { sent: SentForm }) {
  return (
    <ActionForm action={signInAgainAction} schema={signInSchema}>
      {packForm(sent).map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="next" value="" />
      <TextField name="email" label="Email" type="email" autoComplete="username" />
      <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
      <SubmitButton>Me reconnecter</SubmitButton>
    </ActionForm>
  );
}

export function ForgottenPasswordForm() {
  return (
    <ActionForm
      action={forgottenPasswordAction}
      schema={forgottenPasswordSchema}
      success={
        "Si cette adresse a un compte, un message vient de lui être envoyé. Il contient " +
        "un lien valable deux heures."
      }
    >
      <TextField name="email" label="Email" type="email" autoComplete="username" />
      <SubmitButton>Recevoir un lien</SubmitButton>
    </ActionForm>
  );
}

export function ChoosePasswordForm({ token }: { token: string }) {
  return (
    <ActionForm action={choosePasswordAction} schema={choosePasswordSchema}>
      <input type="hidden" name="token" value={token} />
      <PasswordField
        name="password"
        label="Nouveau mot de passe"
        autoComplete="new-password"
        criteria={shownCriteria}
      />
      <SubmitButton>Enregistrer et me connecter</SubmitButton>
    </ActionForm>
  );
}

export function ConfirmAddressForm({ token }: { token: string }) {
  return (
    <ActionForm action={confirmAddressAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Confirmer mon adresse</SubmitButton>
    </ActionForm>
  );
}

export function ResendConfirmationForm() {
  return (
    <ActionForm
      action={resendConfirmationAction}
      success={
        "Un nouveau message de confirmation est parti. Pensez à regarder dans les " +
        "indésirables."
      }
    >
      <SubmitButton variant="secondary">Renvoyer le message de confirmation</SubmitButton>
    </ActionForm>
  );
}

export function DemoSignInForm({ token }: { token: string }) {
  return (
    <ActionForm action={demoSignInAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Entrer dans la démonstration</SubmitButton>
    </ActionForm>
  );
}
