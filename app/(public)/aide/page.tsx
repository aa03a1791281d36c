import type { Metadata } from "next";
import { guide } from "@/components/help/guide";
import { GuidePage } from "@/components/help/guide-page";

const [first] = guide;

export const metadata: Metadata = {
  title: "Aide : le guide des structures d’accueil",
  description:
    "Créer un compte, décrire une offre de stage, choisir ses demi-journées, la " +
    "soumettre et la suivre : le guide pas à pas des structures.",
};

export default function HelpPage() {
  return (
    <GuidePage
      current="offerors"
      title="Le guide des structures d’accueil"
      lead={first.lead}
      guide={guide}
      chapter={first}
    />
  );
}
