import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";

export const metadata: Metadata = { title: "Adresse confirmée" };

export default function AddressConfirmedPage() {
  return (
    <Page narrow>
      <PageTitle>Votre adresse est confirmée</PageTitle>
      <Card>
        <p className="mb-6">Merci. Vos offres validées et publiées sont maintenant visibles.</p>
        <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
      </Card>
    </Page>
  );
}
