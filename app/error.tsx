"use client";

import { Link } from "@/components/ui/link";
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

const way = "mt-8 inline-flex min-h-12 items-center rounded font-semibold";

/**
 * A fault while a page was made: what happened, a reference that the log knows, a way on. Every
 * page brings it along, so it has no part that is not in the frame of all pages.
 */
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
    <main
      id="contenu"
      tabIndex={-1}
      className="mx-auto w-full max-w-text px-4 py-5 outline-none sm:px-6 sm:py-12"
    >
      <title>{`Erreur : ${title}`}</title>
      <h1 className="text-2xl font-bold tracking-tight sm:text-3xl">{title}</h1>
      <p className="mt-3 mb-8 text-lg text-muted">{lead}</p>
      <p>
        Si vous remplissiez un formulaire, ce que vous y aviez saisi est gardé dans cet onglet, sauf
        les mots de passe et les fichiers : vous le retrouverez sur sa page.
      </p>
      {error.digest ? (
        <p className="mt-4">
          Référence à nous donner si cela dure : <strong>{error.digest}</strong>
        </p>
      ) : null}
      <button
        type="button"
        className={`${way} mr-3 border border-transparent bg-accent px-5 text-surface`}
        onClick={() => (retry && kind === "fault" ? retry() : window.location.reload())}
      >
        {kind === "updated" ? "Recharger la page" : "Réessayer"}
      </button>
      <Link href="/" className={`${way} px-2 text-accent underline underline-offset-4`}>
        Retour à l’accueil
      </Link>
    </main>
  );
}
