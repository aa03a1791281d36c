import { Link } from "@/components/ui/link";

export function ImportTopic() {
  return (
    <>
      <p>
        Pour une grande structure qui dépose beaucoup d’offres d’un coup, un tableau va plus vite
        que le formulaire : une ligne par offre.
      </p>
      <ol>
        <li>
          Dans <Link href="/espace/offres">Mes offres</Link>, cliquez sur{" "}
          <Link href="/espace/offres/importer">Importer un tableur</Link> et téléchargez le modèle,
          Excel ou CSV. Le modèle Excel donne aussi, dans sa deuxième feuille, les valeurs de chaque
          liste.
        </li>
        <li>
          Remplissez-le sans changer les titres des colonnes. Les périodes s’écrivent en mots :
          « mars à mai », « lundi matin, mardi », « tous les jours sauf mercredi, samedi,
          dimanche ».
        </li>
        <li>
          Envoyez le fichier (5 Mo et 500 offres au plus) et cliquez sur « Lire le fichier ». Rien
          n’est encore créé.
        </li>
        <li>
          Relisez : chaque cellule à corriger est signalée, avec la raison. Corrigez le fichier et
          renvoyez-le, ou gardez ces lignes comme brouillons.
        </li>
        <li>
          Cliquez sur « Créer les brouillons » ; ou, pour que les lignes complètes partent tout de
          suite à l’agence, sur « Créer et soumettre les lignes complètes ».
        </li>
      </ol>
      <p>
        Vous pouvez quitter la page pendant l’import : il continue sans vous. Un import arrêté se
        reprend de sa page, avec vos corrections. Pour ajouter des offres ensuite, envoyez un
        fichier sans les lignes déjà importées : elles pourraient être créées une seconde fois.
      </p>
    </>
  );
}
