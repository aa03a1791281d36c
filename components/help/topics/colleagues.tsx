import { Link } from "@/components/ui/link";
import { roleHints, roleLabels } from "@/lib/people/membership/labels";

const [labels, hints] = [roleLabels.structure, roleHints.structure];

export function ColleaguesTopic() {
  return (
    <>
      <p>
        Plusieurs personnes peuvent déposer les offres d’une même structure, chacune avec son
        compte. Toutes voient et modifient toutes les offres. La page{" "}
        <Link href="/espace/collegues">Collègues</Link> les réunit. Il y a deux rôles :
      </p>
      <ul>
        <li>
          <strong>{labels.administrator}</strong> : {hints.editor.replace(/\.$/, "").toLowerCase()}.{" "}
          {hints.administrator}
        </li>
        <li>
          <strong>{labels.editor}</strong> : {hints.editor.toLowerCase()}
        </li>
      </ul>
      <h3>Inviter</h3>
      <p>
        Un administrateur tape l’adresse email de la personne, choisit son rôle et clique sur
        « Envoyer l’invitation ». Le lien vaut sept jours ; « Gérer » permet de le renvoyer ou de
        l’annuler.
      </p>
      <h3>Changer de rôle, partir</h3>
      <p>
        Toujours sous « Gérer », un administrateur change un rôle, confie le sien (il devient alors
        éditeur), ou retire quelqu’un. Le compte retiré est fermé aussitôt ; ses offres passent à
        l’administrateur qui le retire et restent publiées. Une structure garde toujours au moins un
        administrateur.
      </p>
      <p>
        <Link href="/espace/collegues/activite">Voir qui a fait quoi</Link> liste les gestes de
        chacun, du plus récent au plus ancien.
      </p>
    </>
  );
}
