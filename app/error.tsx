"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/layout";

/** A fault while a page was made: what happened, a reference that the log knows, a way on. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry?: () => void }) {
  return (
    <Page narrow>
      <title>Erreur : le portail a rencontré un problème</title>
      <PageTitle lead="Ce n’est pas de votre fait. Ce que vous aviez enregistré est conservé.">Un problème est survenu de notre côté</PageTitle>
      <p>
        Réessayez dans un instant. Si vous remplissiez un formulaire, revenez en arrière avec votre navigateur : votre saisie vous y attend.
      </p>
      {error.digest ? (
        <p className="mt-4">
          Référence à nous donner si cela dure : <strong>{error.digest}</strong>
        </p>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        <Button type="button" onClick={() => (retry ? retry() : window.location.reload())}>
          Réessayer
        </Button>
        <ButtonLink href="/" variant="quiet">
          Retour à l’accueil
        </ButtonLink>
      </div>
    </Page>
  );
}
