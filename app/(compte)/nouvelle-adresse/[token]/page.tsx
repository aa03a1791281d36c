import type { Metadata } from "next";
import { ConfirmNewAddressForm } from "@/components/people/account/profile-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { isLinkUsable } from "@/lib/people/account/commands/tokens";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Confirmer ma nouvelle adresse",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function NewAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const usable = await isLinkUsable(token, "changeAddress");
  return (
    <Page narrow>
      <PageTitle>Confirmer ma nouvelle adresse</PageTitle>
      <Card>
        {usable ? (
          <>
            <p className="mb-6">
              Vous vous connecterez ensuite avec cette adresse, et elle recevra nos messages.
            </p>
            <ConfirmNewAddressForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6">
              Ce lien a déjà servi ou n’est plus valable. Vous pouvez en demander un autre depuis
              votre profil.
            </p>
            <ButtonLink href="/espace/profil/adresse">Aller à mon profil</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}
