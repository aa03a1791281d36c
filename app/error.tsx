"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Main, Page, PageTitle } from "@/components/ui/layout";
import { problemOf } from "@/components/ui/send-problem";

const titles = {
  updated: [
    "Le portail vient d’être mis à jour",
    "Cette page date d’avant la mise à jour. Rechargez-la pour continuer.",
  ],
  offline: [
    "Vous êtes hors connexion",
    "La page n’a pas pu être affichée. Réessayez dès que la connexion sera revenue.",
  ],
  fault: [
    "Un problème est survenu de notre côté",
    "Ce n’est pas de votre fait. Ce que vous aviez enregistré est conservé.",
  ],
} as const;

/** A fault while a page was made: what happened, a reference that the log knows, a way on. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry?: () => void;
}) {
  const { kind } = problemOf(error);
  const [title, lead] = titles[kind === "updated" || kind === "offline" ? kind : "fault"];
  return (
    <Main>
      <Page narrow>
        <title>{`Erreur : ${title}`}</title>
        <PageTitle lead={lead}>{title}</PageTitle>
        <p>
          Si vous remplissiez un formulaire, ce que vous y aviez saisi est gardé dans cet onglet,
          sauf les mots de passe et les fichiers : vous le retrouverez sur sa page.
        </p>
        {error.digest ? (
          <p className="mt-4">
            Référence à nous donner si cela dure : <strong>{error.digest}</strong>
          </p>
        ) : null}
        <div className="mt-8 flex flex-wrap gap-3">
          <Button
            type="button"
            onClick={() => (retry && kind === "fault" ? retry() : window.location.reload())}
          >
            {kind === "updated" ? "Recharger la page" : "Réessayer"}
          </Button>
          <ButtonLink href="/" variant="quiet">
            Retour à l’accueil
          </ButtonLink>
        </div>
      </Page>
    </Main>
  );
}
