import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { membershipRefusalLabels, roleWords } from "@/lib/people/membership/labels";
import { invitationOf } from "@/lib/people/membership/queries/members";
import type { Team } from "@/lib/people/membership/rules";
import { getViewer } from "@/lib/platform/access/session";
import { JoinForm } from "./member-forms";

const words = {
  structure: { title: "Rejoindre une structure", home: "/espace", go: "Aller à mon espace" },
  agency: { title: "Rejoindre la modération", home: "/admin", go: "Aller à la modération" },
} as const;

/** What the link of an invitation opens. */
export async function AnswerInvitation({ team, token }: { team: Team; token: string }) {
  const [invitation, viewer] = await Promise.all([invitationOf(team, token), getViewer()]);
  const { title, home, go } = words[team];
  if (!invitation) {
    return (
      <Page narrow>
        <PageTitle>{title}</PageTitle>
        <Card>
          <p className="mb-6">{membershipRefusalLabels[team].linkUnusable}</p>
          <ButtonLink href={home}>{go}</ButtonLink>
        </Card>
      </Page>
    );
  }
  const { structureName, email, firstName, lastName, role } = invitation;
  return (
    <Page narrow>
      <PageTitle lead={roleWords(team, role).hint}>
        {structureName ? `Rejoindre ${structureName}` : title}
      </PageTitle>
      {viewer.kind === "anonymous" ? null : (
        <Notice tone="warning" title={`Vous êtes connecté comme ${viewer.name}`}>
          Créer ce compte vous connectera avec lui à la place.
        </Notice>
      )}
      <Card>
        <p className="mb-6 wrap-anywhere">
          Vous vous connecterez avec <strong>{email}</strong>.
        </p>
        <JoinForm team={team} token={token} values={{ firstName, lastName }} />
      </Card>
    </Page>
  );
}
