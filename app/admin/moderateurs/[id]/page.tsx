import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  ChangeModeratorRoleForm,
  ModeratorAccessForm,
  ModeratorInvitationForms,
} from "@/components/moderator/moderator-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { managedModerator } from "@/lib/moderator/queries/moderators";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Gérer un modérateur" };

export default async function ManageModeratorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("moderator:manage", `/admin/moderateurs/${id}`);
  const moderator = await managedModerator(viewer, id);
  if (!moderator) notFound();
  const name = moderator.name || moderator.email;
  const { standing } = moderator;
  return (
    <Page narrow>
      <div className="wrap-anywhere">
        <PageTitle lead={moderator.name ? moderator.email : undefined}>{name}</PageTitle>
      </div>
      <Card>
        <Section title="Rôle" id="role-actuel">
          <ChangeModeratorRoleForm accountId={id} role={moderator.role} />
        </Section>
        {standing === "joined" || standing === "disabled" ? (
          <Section
            title={standing === "disabled" ? "Rendre l’accès" : "Retirer l’accès"}
            id="acces"
          >
            <p className="mb-4 text-muted">
              {standing === "disabled"
                ? "Cette personne se connectera de nouveau avec son mot de passe."
                : "Cette personne est déconnectée aussitôt et ne peut plus se connecter. Ses décisions restent, et l’accès peut lui être rendu."}
            </p>
            <ModeratorAccessForm accountId={id} name={name} disabled={standing === "disabled"} />
          </Section>
        ) : (
          <Section
            title={standing === "invited" ? "Invitation en attente" : "Invitation expirée"}
            id="invitation"
          >
            <p className="mb-4 text-muted">
              Renvoyer l’invitation fait un nouveau lien, valable sept jours ; le précédent ne
              marche plus.
            </p>
            <ModeratorInvitationForms accountId={id} />
          </Section>
        )}
        <ButtonLink href="/admin/moderateurs" variant="secondary">
          Revenir aux modérateurs
        </ButtonLink>
      </Card>
    </Page>
  );
}
