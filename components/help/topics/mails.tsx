import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { quietDays, reminderAfterDays } from "@/lib/offer/reminder/rules";

const rows = [
  ["Confirmez votre adresse", "À l’inscription", "Non : il faut y répondre une fois"],
  ["Offre reçue", "Quand l’offre part à l’agence", "Oui : « Accusés de réception »"],
  [
    "Offre validée, Correction demandée, Offre ou Modifications refusées",
    "À chaque décision de l’agence",
    "Non",
  ],
  ["Votre offre vous attend", "Quand une offre attend un geste de vous", "Oui : « Rappels »"],
  ["Accueillez-vous de nouveau des étudiants ?", "Du 1er mai au 31 août", "Oui : « Rappels »"],
  ["Mot de passe, adresse, rôle, compte", "Quand l’un d’eux change", "Non : c’est votre sécurité"],
];

export function MailsTopic() {
  return (
    <>
      <p>Les messages au sujet d’une offre vont à la personne qui l’a déposée.</p>
      <div className="mb-4">
        <Table
          caption="Les messages, quand ils arrivent et comment les arrêter"
          columns={["Message", "Quand", "L’arrêter ?"]}
          rows={rows.map((cells) => ({ key: cells[0] ?? "", cells }))}
          named
        />
      </div>
      <p>
        Un rappel part {reminderAfterDays.unpublished} jours après une validation si l’offre n’est
        pas publiée, {reminderAfterDays.draftWaiting} jours après le dernier changement d’un
        brouillon, {reminderAfterDays.correctionWaiting} jours après une demande de correction,{" "}
        {reminderAfterDays.elapsed} jours après le dernier changement d’une offre dont tous les mois
        sont passés, et après un an sans changement. Jamais plus d’un tous les {quietDays} jours,
        toutes offres confondues.
      </p>
      <p>
        Pour les arrêter, cliquez sur le lien en bas du rappel, sans vous connecter, ou réglez vos
        choix dans <Link href="/espace/profil">Mon profil</Link>, rubrique « Messages ».
      </p>
    </>
  );
}
