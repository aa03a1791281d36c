import { Link } from "@/components/ui/link";
import { mostCompared, mostShortlisted } from "@/lib/catalogue/shortlist/rules";

export function SelectionTopic() {
  return (
    <>
      <p>
        « Ajouter à ma sélection » met une offre de côté : {mostShortlisted} au plus. Votre
        navigateur s’en souvient, sur cet appareil. Il ne faut pas de compte.
      </p>
      <p>
        <Link href="/offres/selection">Ma sélection</Link> les rassemble. De là, vous pouvez :
      </p>
      <ul>
        <li>comparer jusqu’à {mostCompared} offres, côte à côte ;</li>
        <li>les imprimer ;</li>
        <li>écrire à chaque structure ;</li>
        <li>
          envoyer la sélection : son adresse la contient, et s’ouvre sur n’importe quel appareil.
        </li>
      </ul>
      <p>
        Une offre qui n’est plus publiée est signalée. Sur un ordinateur partagé, finissez par
        « Tout retirer ».
      </p>
      <p>
        Sans JavaScript, ajoutez les offres par leur référence, puis gardez l’adresse dans vos
        favoris.
      </p>
    </>
  );
}
