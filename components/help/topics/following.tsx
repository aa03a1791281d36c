import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { elapsedLabel } from "@/lib/offer/availability/availability-words";
import { publicationLabels, validationLabels } from "@/lib/offer/lifecycle/labels";
import { Shot } from "../shot";

const columns = [
  "L’agence",
  publicationLabels.unpublished,
  publicationLabels.onApproval,
  publicationLabels.published,
];

/** The two axes crossed: rows by validation, columns by publication. */
const rows = [
  {
    key: validationLabels.draft,
    cells: [
      "Pas visible. Rien n’est encore soumis.",
      "Pas visible. Rien n’est encore soumis.",
      "—",
    ],
  },
  {
    key: validationLabels.pending,
    cells: [
      "Pas visible. Une fois validée, il faudra la publier.",
      "Pas encore visible. Elle le sera dès la validation.",
      "La dernière version validée reste visible.",
    ],
  },
  {
    key: validationLabels.approved,
    cells: ["Pas visible. Cliquez sur « Publier ».", "—", "Visible dans le catalogue."],
  },
  {
    key: validationLabels.changesRequested,
    cells: [
      "Pas visible. Corrigez, puis soumettez.",
      "Pas visible. Corrigez, puis soumettez.",
      "La dernière version validée reste visible.",
    ],
  },
  {
    key: validationLabels.refused,
    cells: ["Pas visible.", "—", "La dernière version validée reste visible."],
  },
];

export function FollowingTopic() {
  return (
    <>
      <p>
        L’<Link href="/espace">accueil de votre espace</Link> commence par ce qui attend un geste de
        votre part : une correction, une offre à publier, des modifications à soumettre, un
        brouillon, une campagne qui s’achève, une offre dont la période est passée. Chaque carte dit
        pourquoi et porte le bouton qui convient. Sous « {elapsedLabel} », archivez l’offre ou, si
        sa campagne dure encore, ajoutez-lui des mois. Rien à faire ? L’accueil le dit aussi.
      </p>
      <Shot name="a-faire" />
      <h3 id="etats">Où en est une offre</h3>
      <p>
        <Link href="/espace/offres">Mes offres</Link> montre toutes les offres de votre structure.
        Chacune porte deux mentions, parce que deux décisions comptent : celle de l’agence, qui
        valide, et la vôtre, qui publie. Il faut les deux pour que l’offre soit visible, et une
        adresse email confirmée.
      </p>
      <Shot name="mes-offres" />
      <div className="mb-4">
        <Table
          caption="Ce que voit le public, selon la validation et la publication"
          columns={columns}
          rows={rows.map(({ key, cells }) => ({ key, cells: [key, ...cells] }))}
          named
        />
      </div>
      <p>
        Si une offre n’est pas visible, une phrase dit pourquoi sur sa carte et sur sa page. La page
        de l’offre porte aussi son historique (qui a fait quoi, quand) et de quoi la télécharger en
        PDF, avec ses documents.
      </p>
      <h3 id="correction">On vous demande une correction</h3>
      <p>
        Le message de l’agence dit ce qu’elle attend. Ouvrez l’offre avec « Corriger l’offre » ou
        « Continuer » : ce message reste affiché en haut des pages, et tout ce que vous aviez saisi
        y est. Changez ce qu’il faut, puis allez jusqu’à « Soumettre l’offre ».
      </p>
      <h3 id="refus">Votre offre est refusée</h3>
      <p>
        Le motif est sur sa page et dans le mail. Une offre refusée ne se modifie plus, sauf si une
        version avait été validée auparavant. Si le motif peut être levé,{" "}
        <a href="#renouveler">dupliquez l’offre</a>, changez ce qu’il faut et soumettez la copie.
        Pour en parler, <Link href="/aide/besoin-d-aide#contact">écrivez à l’agence</Link>.
      </p>
    </>
  );
}
