import { Link } from "@/components/ui/link";

export function PurposeTopic() {
  return (
    <>
      <p>
        Chaque année, les étudiants en médecine, pharmacie, odontologie, maïeutique, soins
        infirmiers et masso-kinésithérapie consacrent six semaines à la prévention : c’est le
        service sanitaire. Ces semaines ne se suivent pas toujours. La moitié, une trentaine de
        demi-journées, est une action concrète menée auprès d’un public. C’est elle que vous
        accueillez.
      </p>
      <p>En pratique, il vous faut :</p>
      <ul>
        <li>un public à qui l’action s’adresse, et un lieu où elle se déroule ;</li>
        <li>des mois et des demi-journées où les étudiants peuvent venir ;</li>
        <li>une personne qui les encadre sur place, le référent de proximité ;</li>
        <li>une convention, signée avec l’établissement de formation pour chaque étudiant.</li>
      </ul>
      <p>
        Votre offre dit tout cela. L’agence la valide, puis elle paraît dans le{" "}
        <Link href="/offres">catalogue</Link>, où les établissements de formation et les étudiants
        la trouvent.
      </p>
    </>
  );
}
