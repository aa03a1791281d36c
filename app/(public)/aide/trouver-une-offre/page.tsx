import type { Metadata } from "next";
import { GuidePage } from "@/components/help/guide-page";
import { searchGuide } from "@/components/help/search-guide";

export const metadata: Metadata = {
  title: "Aide : le guide des étudiants et des établissements",
  description:
    "Chercher par mots, lieu et mois, comparer des offres de stage, écrire à une " +
    "structure, recevoir les nouvelles : le guide pas à pas.",
  alternates: { canonical: "/aide/trouver-une-offre" },
};

export default function SearchHelpPage() {
  return (
    <GuidePage
      current="seekers"
      title="Le guide des étudiants et des établissements"
      lead="Chercher un stage, garder ce qui convient, écrire à la structure. Sans compte."
      guide={searchGuide}
    />
  );
}
