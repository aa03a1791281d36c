"use client";

import "./globals.css";

/**
 * Where even the frame of the page could not be made. Every page brings it along, so it has no part
 * that others have too.
 */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  const title = "Un problème est survenu de notre côté";
  const button = "mt-6 me-3 min-h-11 cursor-pointer rounded border border-accent px-4 text-accent";
  return (
    <html lang="fr">
      <body className="bg-canvas p-6 font-sans text-base text-ink">
        <title>{`Erreur : ${title}`}</title>
        <main>
          <h1 className="mb-4 text-2xl font-bold">{title}</h1>
          <p>
            Ce n’est pas de votre fait. Ce que vous aviez enregistré est conservé, et ce que vous
            aviez saisi est gardé dans cet onglet, sauf les mots de passe et les fichiers.
          </p>
          {error.digest ? <p>Référence à nous donner si cela dure : {error.digest}</p> : null}
          <form action="/">
            <button type="button" className={button} onClick={() => window.location.reload()}>
              Réessayer
            </button>
            <button className={button}>Retour à l’accueil</button>
          </form>
        </main>
      </body>
    </html>
  );
}
