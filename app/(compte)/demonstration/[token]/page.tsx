import type { Metadata } from "next";
import { DemoSignInForm } from "@/components/people/account/sign-in-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { isLinkUsable } from "@/lib/people/account/commands/tokens";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Démonstration",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function DemoSignInPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const usable = await isLinkUsable(token, "demoSignIn");
  return (
    <Page narrow>
      <PageTitle>Démonstration</PageTitle>
      <Card>
        {usable ? (
          <>
            <p className="mb-6">
              Vous allez entrer avec un compte de démonstration, sur des données inventées.
            </p>
            <DemoSignInForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6">Ce lien a déjà servi ou n’est plus valable.</p>
            <ButtonLink href="/">Retour à l’accueil</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}
