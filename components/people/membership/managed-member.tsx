import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle, Section } from "@/components/ui/layout";
import type { MemberDto } from "@/lib/people/membership/queries/members";
import type { Team } from "@/lib/people/membership/rules";
import { ChangeRoleForm, InvitationForms } from "./member-forms";

interface Props {
  team: Team;
  member: MemberDto;
  /** The list of the team. */
  back: { href: Route; words: string };
  /** What can be done about someone who has joined. */
  children: ReactNode;
}

/** The page where a member is managed. */
export function ManagedMember({ team, member, back, children }: Props) {
  const { id, standing } = member;
  const hasJoined = standing === "joined" || standing === "disabled";
  return (
    <>
      <div className="wrap-anywhere">
        <PageTitle lead={member.name ? member.email : undefined}>
          {member.name || member.email}
        </PageTitle>
      </div>
      <Card>
        {hasJoined || team === "agency" ? (
          <Section title="Rôle" id="role-actuel">
            <ChangeRoleForm team={team} accountId={id} role={member.role} />
          </Section>
        ) : null}
        {hasJoined ? (
          children
        ) : (
          <Section
            title={standing === "invited" ? "Invitation en attente" : "Invitation expirée"}
            id="invitation"
          >
            <p className="mb-4 text-muted">
              Renvoyer l’invitation fait un nouveau lien, valable sept jours ; le précédent ne
              marche plus.
            </p>
            <InvitationForms team={team} accountId={id} />
          </Section>
        )}
        <ButtonLink href={back.href} variant="secondary">
          {back.words}
        </ButtonLink>
      </Card>
    </>
  );
}
