"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ImportStep } from "./import-choices";

const refreshMs = 1000;

/**
 * How far an import is. Scripts ask again every second; without them the page itself comes back.
 */
export function ImportProgress({
  importId,
  written,
  total,
}: {
  importId: string;
  written: number;
  total: number;
}) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), refreshMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <>
      <noscript>
        {/* With its address: one that ends with #cell would only be scrolled to. */}
        <meta httpEquiv="refresh" content={`3; url=/espace/offres/importer/${importId}`} />
      </noscript>
      <p id="import-progress" role="status" className="mb-2 text-lg font-semibold">
        {written} lignes sur {total}
      </p>
      <progress
        aria-labelledby="import-progress"
        value={written}
        max={total}
        className="mb-6 h-4 w-full accent-accent"
      />
      <p className="mb-6">Vous pouvez quitter cette page : l’import continue sans vous.</p>
      <ImportStep step="cancel" importId={importId} label="Arrêter l’import" />
    </>
  );
}
