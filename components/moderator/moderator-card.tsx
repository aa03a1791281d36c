import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { digestLabels, moderatorRoleLabels } from "@/lib/moderator/labels";
import type { ModeratorDto } from "@/lib/moderator/queries/moderators";

const standings = {
  joined: null,
  invited: { tone: "info", words: "Invité" },
  invitationExpired: { tone: "warning", words: "Invitation expirée" },
  disabled: { tone: "danger", words: "Désactivé" },
} as const;

/** Someone who moderates, for who administers the portal. */
export function ModeratorCard({ moderator }: { moderator: ModeratorDto }) {
  const standing = standings[moderator.standing];
  const name = moderator.name || moderator.email;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 className="break-words text-lg font-bold">
            {name}
            {moderator.isSelf ? " (vous)" : ""}
          </h2>
          {moderator.name ? <p className="break-all text-muted">{moderator.email}</p> : null}
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone="neutral">{moderatorRoleLabels[moderator.role]}</Badge>
            {standing ? <Badge tone={standing.tone}>{standing.words}</Badge> : null}
          </p>
          {moderator.standing === "joined" ? (
            <>
              <p className="mt-3 text-muted">
                {moderator.followedDepartments.length > 0
                  ? `Suit : ${moderator.followedDepartments.join(", ")}`
                  : "Suit toute la région"}{" "}
                · {digestLabels[moderator.digest]}
              </p>
              <p className="text-muted">
                {moderator.lastSeenAt ? (
                  <>
                    Dernière activité le <Day date={moderator.lastSeenAt} />
                  </>
                ) : (
                  "Pas encore d’activité"
                )}
              </p>
            </>
          ) : null}
        </div>
        {moderator.isSelf ? null : (
          <ButtonLink href={`/admin/moderateurs/${moderator.id}`} variant="secondary">
            Gérer<span className="sr-only"> : {name}</span>
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
