import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  CancelInvitationForm,
  ChangeRoleForm,
  RemoveColleagueForm,
  ResendInvitationForm,
  TransferRoleForm,
} from "@/components/colleague/colleague-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle, Section } from "@/components/ui/layout";
import { managedColleague } from "@/lib/colleague/queries";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Gérer un collègue" };

export default async function ManageColleaguePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("colleague:manage", `/espace/collegues/${id}`);
  const colleague = await managedColleague(viewer, id);
  if (!colleague) notFound();
  const name = colleague.name || colleague.email;
  return (
    <>
      <div className="wrap-anywhere">
        <PageTitle lead={colleague.name ? colleague.email : undefined}>{name}</PageTitle>
      </div>
      <Card>
        {colleague.standing === "joined" ? (
          <>
            <Section title="Rôle" id="role-actuel">
              <ChangeRoleForm accountId={id} role={colleague.role} />
            </Section>
            <Section title="Confier mon rôle" id="transfert">
              <p className="mb-4 text-muted">
                {name} devient administrateur, et vous devenez éditeur : vous ne gérerez plus ni les
                comptes ni les informations de la structure.
              </p>
              <TransferRoleForm accountId={id} name={name} />
            </Section>
            <Section title="Retirer de la structure" id="retrait">
              <p className="mb-4 text-muted">
                Son compte est fermé aussitôt et ses données sont effacées.{" "}
                {colleague.offers > 0
                  ? `Ses offres (${colleague.offers}) passent à votre nom et restent publiées.`
                  : "Aucune offre n’est à son nom."}{" "}
                C’est définitif.
              </p>
              <RemoveColleagueForm accountId={id} name={name} />
            </Section>
          </>
        ) : (
          <Section
            title={
              colleague.standing === "invited" ? "Invitation en attente" : "Invitation expirée"
            }
            id="invitation"
          >
            <p className="mb-4 text-muted">
              Renvoyer l’invitation fait un nouveau lien, valable sept jours ; le précédent ne
              marche plus.
            </p>
            <div className="flex flex-wrap gap-3">
              <ResendInvitationForm accountId={id} />
              <CancelInvitationForm accountId={id} />
            </div>
          </Section>
        )}
        <ButtonLink href="/espace/collegues" variant="secondary">
          Revenir à mes collègues
        </ButtonLink>
      </Card>
    </>
  );
}
