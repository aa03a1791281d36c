import { Link } from "@/components/ui/link";

export function WordsTopic() {
  return (
    <>
      <p>
        Ouvrez la page <Link href="/offres">Offres</Link>. Écrivez ce que vous cherchez : un thème,
        un public, une structure. Les accents, les pluriels et les fautes de frappe ne gênent pas.
      </p>
      <ul>
        <li>
          Un lieu, un mois, un jour, un nombre de places, l’hébergement sont compris et deviennent
          des filtres : « jeudi après-midi en mars, à 30 km de Nancy ».
        </li>
        <li>Entre guillemets, l’expression est cherchée telle quelle : « jeux vidéo ».</li>
        <li>Après un tiret, le mot est évité : addictions -alcool.</li>
        <li>
          La référence d’une offre, comme 7K3M-9QXD, mène droit à elle. Vous l’avez sur toute
          feuille imprimée.
        </li>
      </ul>
      <p>
        Un mot ne mène à rien ? La page le dit, et cherche les autres. Rien ne répond ? Elle dit
        quel filtre l’empêche, et combien d’offres il y a sans lui.
      </p>
    </>
  );
}
