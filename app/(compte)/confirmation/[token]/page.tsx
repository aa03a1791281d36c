import type { Metadata } from "next";
import { ConfirmAddressForm } from "@/components/people/account/sign-in-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { isLinkUsable } from "@/lib/people/account/commands/tokens";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Confirmer mon adresse",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function ConfirmAddressPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const usable = await isLinkUsable(token, "confirmAddress");
  return (
    <Page narrow>
      <PageTitle>Confirmer mon adresse</PageTitle>
      <Card>
        {usable ? (
          <>
            <p className="mb-6">
              Un dernier geste : confirmez que cette adresse est bien la vôtre.
            </p>
            <ConfirmAddressForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6">Ce lien a déjà servi ou n’est plus valable.</p>
            <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}
