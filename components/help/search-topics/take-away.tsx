import { mostOnSheet } from "@/lib/catalogue/search/filter";

export function TakeAwayTopic() {
  return (
    <>
      <p>
        Sous la liste des offres, trois liens emportent toute la recherche, et non la seule page :
      </p>
      <ul>
        <li>
          <strong>Télécharger pour Excel</strong> : un classeur, une offre par ligne. Sa seconde
          feuille dit la recherche et la date.
        </li>
        <li>
          <strong>Télécharger en CSV</strong> : pour un autre logiciel.
        </li>
        <li>
          <strong>Feuille à imprimer</strong> : deux colonnes, les références, {mostOnSheet} offres
          par feuille.
        </li>
      </ul>
      <p>
        Une offre seule se télécharge en PDF, sur sa page, sous « Plus ». « Partager l’adresse »
        l’envoie par ce que votre appareil propose, ou la copie.
      </p>
    </>
  );
}
