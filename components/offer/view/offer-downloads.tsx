import { buttonClass } from "@/components/ui/button";
import { agree } from "@/lib/platform/values/french";

/**
 * The offer as a PDF, and its documents in one zip. Plain links: they answer with a file, which the
 * router must not fetch as a page.
 * @param base address that `/pdf` and `/zip` follow
 */
export function OfferDownloads({ base, documents }: { base: string; documents: number }) {
  return (
    <>
      <a href={`${base}/pdf`} className={buttonClass("secondary")}>
        Télécharger<span className="sr-only"> l’offre</span> (PDF)
      </a>
      {documents > 0 ? (
        <a href={`${base}/zip`} className={buttonClass("secondary")}>
          Télécharger {agree(documents, "le document", `les ${documents} documents`)} (ZIP)
        </a>
      ) : null}
    </>
  );
}
