import type { Metadata } from "next";
import { JoinModeratorsForm } from "@/components/moderator/moderator-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { moderatorRefusalLabels, moderatorRoleHints } from "@/lib/moderator/labels";
import { moderatorInvitationOf } from "@/lib/moderator/queries/moderators";
import { getViewer } from "@/lib/platform/session";

// The address holds a secret: it must not travel to other pages.
export const metadata: Metadata = {
  title: "Rejoindre la modération",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function ModeratorInvitationPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const [invitation, viewer] = await Promise.all([moderatorInvitationOf(token), getViewer()]);
  if (!invitation) {
    return (
      <Page narrow>
        <PageTitle>Rejoindre la modération</PageTitle>
        <Card>
          <p className="mb-6">{moderatorRefusalLabels.linkUnusable}</p>
          <ButtonLink href="/admin">Aller à la modération</ButtonLink>
        </Card>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageTitle lead={moderatorRoleHints[invitation.role]}>Rejoindre la modération</PageTitle>
      {viewer.kind === "anonymous" ? null : (
        <Notice tone="warning" title={`Vous êtes connecté comme ${viewer.name}`}>
          Créer ce compte vous connectera avec lui à la place.
        </Notice>
      )}
      <Card>
        <p className="mb-6 wrap-anywhere">
          Vous vous connecterez avec <strong>{invitation.email}</strong>.
        </p>
        <JoinModeratorsForm
          token={token}
          values={{ firstName: invitation.firstName, lastName: invitation.lastName }}
        />
      </Card>
    </Page>
  );
}
