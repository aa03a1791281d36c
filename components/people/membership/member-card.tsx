import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { roleWords } from "@/lib/people/membership/labels";
import type { MemberDto } from "@/lib/people/membership/queries/members";
import type { Team } from "@/lib/people/membership/rules";

const standings = {
  joined: null,
  invited: { tone: "info", words: "Invité" },
  invitationExpired: { tone: "warning", words: "Invitation expirée" },
  disabled: { tone: "danger", words: "Désactivé" },
} as const;

interface Props {
  team: Team;
  member: MemberDto;
  /** Where the viewer manages them; absent, the viewer does not. */
  manageHref?: `/admin/moderateurs/${string}` | `/espace/collegues/${string}` | undefined;
  /** What the list says of someone who has joined, before their last visit. */
  children: ReactNode;
}

/** Someone of a team, for its people. */
export function MemberCard({ team, member, manageHref, children }: Props) {
  const standing = standings[member.standing];
  const name = member.name || member.email;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 className="break-words text-lg font-bold">
            {name}
            {member.isSelf ? " (vous)" : ""}
          </h2>
          {member.name ? <p className="break-all text-muted">{member.email}</p> : null}
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone="neutral">{roleWords(team, member.role).label}</Badge>
            {standing ? <Badge tone={standing.tone}>{standing.words}</Badge> : null}
            {member.standing === "joined" && team === "structure" && !member.addressConfirmed ? (
              <Badge tone="warning">Adresse à confirmer</Badge>
            ) : null}
          </p>
          {member.standing === "joined" ? (
            <p className="mt-3 text-muted">
              {children} ·{" "}
              {member.lastSeenAt ? (
                <>
                  Dernière activité le <Day date={member.lastSeenAt} />
                </>
              ) : (
                "Pas encore d’activité"
              )}
            </p>
          ) : null}
        </div>
        {manageHref ? (
          <ButtonLink href={manageHref} variant="secondary">
            Gérer<span className="sr-only"> : {name}</span>
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
