import { Link } from "@/components/ui/link";

export function RolesTopic() {
  return (
    <>
      <p>
        Trois personnes ont un rôle dans votre structure. Ne les confondez pas en remplissant les
        formulaires :
      </p>
      <ul>
        <li>
          <strong>Le représentant de la structure</strong> en est responsable : direction,
          présidence… Son nom et sa fonction sont demandés à l’inscription.
        </li>
        <li>
          <strong>L’administrateur</strong> est responsable de l’action et référent du service
          sanitaire dans la structure. C’est lui qui crée le compte, dépose les offres et reçoit les
          messages. Plusieurs personnes peuvent s’en charger : voyez{" "}
          <Link href="/aide/votre-structure#collegues">Collègues</Link>.
        </li>
        <li>
          <strong>Le référent de proximité</strong> encadre les étudiants pendant le stage. Vous
          l’indiquez dans chaque offre.
        </li>
      </ul>
      <p>
        Dans une petite structure, une même personne tient souvent les trois rôles. De son côté,
        l’établissement de formation nomme un référent pédagogique : vous n’avez pas à l’indiquer.
      </p>
    </>
  );
}
