import type { Metadata } from "next";
import { ChoosePasswordForm } from "@/components/people/account/sign-in-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { isLinkUsable } from "@/lib/people/account/commands/tokens";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Choisir un mot de passe",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function ChoosePasswordPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const usable = await isLinkUsable(token, "choosePassword");
  return (
    <Page narrow>
      <PageTitle>Choisir un mot de passe</PageTitle>
      <Card>
        {usable ? (
          <>
            <p className="mb-6">Toutes les autres sessions de votre compte seront fermées.</p>
            <ChoosePasswordForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6">Ce lien a déjà servi ou n’est plus valable.</p>
            <ButtonLink href="/mot-de-passe">Demander un nouveau lien</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}
