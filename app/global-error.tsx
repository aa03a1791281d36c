"use client";

import ErrorPage from "./error";
import "./globals.css";

/** The same when even the frame of the page could not be made. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="fr">
      <body className="min-h-dvh bg-canvas font-sans text-base text-ink">
        <ErrorPage error={error} />
      </body>
    </html>
  );
}
