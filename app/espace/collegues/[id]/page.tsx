import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ManagedMember } from "@/components/people/membership/managed-member";
import { RemoveColleagueForm, TransferRoleForm } from "@/components/people/membership/member-forms";
import { Section } from "@/components/ui/layout";
import { managedMember } from "@/lib/people/membership/queries/members";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Gérer un collègue" };

const back = { href: "/espace/collegues", words: "Revenir à mes collègues" } as const;

export default async function ManageColleaguePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("colleague:manage");
  const colleague = await managedMember(viewer, "structure", id);
  if (!colleague) notFound();
  const name = colleague.name || colleague.email;
  return (
    <ManagedMember team="structure" member={colleague} back={back}>
      <Section title="Confier mon rôle" id="transfert">
        <p className="mb-4 text-muted">
          {name} devient administrateur, et vous devenez éditeur : vous ne gérerez plus ni les
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
    </ManagedMember>
  );
}
