import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Main, Page, PageTitle } from "@/components/ui/layout";

export const metadata: Metadata = { title: "Page introuvable" };

export default function NotFoundPage() {
  return (
    <Main>
      <Page narrow>
        <PageTitle lead="Elle a pu changer d’adresse, ou n’est pas ouverte à votre compte.">
          Cette page est introuvable
        </PageTitle>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/offres">Voir les offres</ButtonLink>
          <ButtonLink href="/" variant="secondary">
            Retour à l’accueil
          </ButtonLink>
        </div>
      </Page>
    </Main>
  );
}
