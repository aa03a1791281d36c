import { Link } from "@/components/ui/link";

export function FiltersTopic() {
  return (
    <>
      <p>
        Chaque filtre montre le nombre d’offres qui lui répondent. Plusieurs thèmes élargissent la
        recherche ; deux filtres différents la resserrent.
      </p>
      <ul>
        <li>
          <strong>Lieu</strong> : une commune ou un code postal, seule ou avec des kilomètres
          autour. Ou un ou plusieurs départements.
        </li>
        <li>
          <strong>Mois et demi-journées</strong> : « au moins un de ces créneaux » ou « tous ces
          créneaux ».
        </li>
        <li>
          <strong>Places</strong> : le nombre d’étudiants à accueillir ensemble.
        </li>
        <li>
          <strong>Hébergement et restauration</strong> : pour un stage loin de chez soi.
        </li>
      </ul>
      <p>
        Les filtres en place se lisent au-dessus de la liste. Un clic les retire. La{" "}
        <Link href="/offres/carte">carte</Link> et le{" "}
        <Link href="/offres/calendrier">calendrier</Link> montrent la même recherche.
      </p>
      <p>L’adresse de la page contient la recherche : gardez-la, ou envoyez-la.</p>
    </>
  );
}
