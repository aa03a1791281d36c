import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ManagedMember } from "@/components/people/membership/managed-member";
import {
  DisableModeratorForm,
  EnableModeratorForm,
} from "@/components/people/membership/member-forms";
import { Page, Section } from "@/components/ui/layout";
import { managedMember } from "@/lib/people/membership/queries/members";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Gérer un modérateur" };

const back = { href: "/admin/moderateurs", words: "Revenir aux modérateurs" } as const;

export default async function ManageModeratorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("moderator:manage");
  const moderator = await managedMember(viewer, "agency", id);
  if (!moderator) notFound();
  const named = { accountId: id, name: moderator.name || moderator.email };
  return (
    <Page narrow>
      <ManagedMember team="agency" member={moderator} back={back}>
        {moderator.standing === "disabled" ? (
          <Section title="Rendre l’accès" id="acces">
            <p className="mb-4 text-muted">
              Cette personne se connectera de nouveau avec son mot de passe.
            </p>
            <EnableModeratorForm {...named} />
          </Section>
        ) : (
          <Section title="Retirer l’accès" id="acces">
            <p className="mb-4 text-muted">
              Cette personne est déconnectée aussitôt et ne peut plus se connecter. Ses décisions
              restent, et l’accès peut lui être rendu.
            </p>
            <DisableModeratorForm {...named} />
          </Section>
        )}
      </ManagedMember>
    </Page>
  );
}
