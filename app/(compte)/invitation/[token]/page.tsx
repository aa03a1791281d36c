import type { Metadata } from "next";
import { JoinStructureForm } from "@/components/colleague/colleague-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { roleHints } from "@/lib/colleague/labels";
import { invitationOf } from "@/lib/colleague/queries";
import { getViewer } from "@/lib/platform/session";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Rejoindre une structure",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, viewer] = await Promise.all([invitationOf(token), getViewer()]);
  if (!invitation) {
    return (
      <Page narrow>
        <PageTitle>Rejoindre une structure</PageTitle>
        <Card>
          <p className="mb-6">
            Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à
            l’administrateur de votre structure.
          </p>
          <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
        </Card>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageTitle lead={roleHints[invitation.role]}>Rejoindre {invitation.structureName}</PageTitle>
      {viewer.kind === "anonymous" ? null : (
        <Notice tone="warning" title={`Vous êtes connecté comme ${viewer.name}`}>
          Créer ce compte vous connectera avec lui à la place.
        </Notice>
      )}
      <Card>
        <p className="mb-6 wrap-anywhere">
          Vous vous connecterez avec <strong>{invitation.email}</strong>.
        </p>
        <JoinStructureForm
          token={token}
          values={{ firstName: invitation.firstName, lastName: invitation.lastName }}
        />
      </Card>
    </Page>
  );
}
