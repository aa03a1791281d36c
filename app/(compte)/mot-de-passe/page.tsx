import type { Metadata } from "next";
import { ForgottenPasswordForm } from "@/components/people/account/sign-in-forms";
import { Card, Page, PageTitle } from "@/components/ui/layout";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <Page narrow>
      <PageTitle
        lead={
          "Indiquez l’adresse de votre compte : vous y recevrez un lien pour choisir un " +
          "nouveau mot de passe."
        }
      >
        Mot de passe oublié
      </PageTitle>
      <Card>
        <ForgottenPasswordForm />
      </Card>
    </Page>
  );
}
