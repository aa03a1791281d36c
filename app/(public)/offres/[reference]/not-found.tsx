import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/layout";

export const metadata: Metadata = { title: "Offre introuvable" };

/**
 * An offer that was never there and one that has left read alike: who asks learns nothing of it.
 */
export default function OfferNotFoundPage() {
  return (
    <Page narrow>
      <PageTitle lead="Elle n’existe pas, ou n’est plus publiée.">
        Cette offre est introuvable
      </PageTitle>
      <ButtonLink href="/offres">Chercher une autre offre</ButtonLink>
    </Page>
  );
}
