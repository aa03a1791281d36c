import type { Metadata } from "next";
import { guide } from "@/components/help/guide";
import { GuidePage } from "@/components/help/guide-page";

// Search engines lead to its chapters.
export const metadata: Metadata = {
  title: "Aide : tout le guide des structures",
  robots: { index: false, follow: true },
};

/** For who looks for a word in it, or prints it. */
export default function WholeGuidePage() {
  return (
    <GuidePage
      current="offerors"
      title="Tout le guide des structures d’accueil"
      lead="Ses cinq chapitres à la suite, pour y chercher un mot ou l’imprimer."
      guide={guide}
    />
  );
}
