import { Link } from "@/components/ui/link";

export function SavedPlacesTopic() {
  return (
    <p>
      Votre structure accueille à plusieurs adresses ? La page{" "}
      <Link href="/espace/sites">Lieux et référents</Link> garde les lieux de stage et les personnes
      qui encadrent ; vous les reprenez d’un geste dans chaque offre. Toute la structure s’en sert.
      Modifier ou retirer une ligne ne change aucune offre déjà saisie.
    </p>
  );
}
