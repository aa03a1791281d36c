import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { roleLabels } from "@/lib/colleague/labels";
import type { ColleagueDto } from "@/lib/colleague/queries";

const standings = {
  joined: null,
  invited: { tone: "info", words: "Invité" },
  invitationExpired: { tone: "warning", words: "Invitation expirée" },
} as const;

/**
 * Someone of the structure, for their colleagues. @param manageable whether the viewer may manage
 * them
 */
export function ColleagueCard({
  colleague,
  manageable,
}: {
  colleague: ColleagueDto;
  manageable: boolean;
}) {
  const standing = standings[colleague.standing];
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 className="break-words text-lg font-bold">
            {colleague.name || colleague.email}
            {colleague.isSelf ? " (vous)" : ""}
          </h2>
          {colleague.name ? <p className="break-all text-muted">{colleague.email}</p> : null}
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone="neutral">{roleLabels[colleague.role]}</Badge>
            {standing ? <Badge tone={standing.tone}>{standing.words}</Badge> : null}
            {colleague.standing === "joined" && !colleague.addressConfirmed ? (
              <Badge tone="warning">Adresse à confirmer</Badge>
            ) : null}
          </p>
          {colleague.standing === "joined" ? (
            <p className="mt-3 text-muted">
              {offersInWords(colleague.offers)} ·{" "}
              {colleague.lastSeenAt ? (
                <>
                  Dernière activité le <Day date={colleague.lastSeenAt} />
                </>
              ) : (
                "Pas encore d’activité"
              )}
            </p>
          ) : null}
        </div>
        {manageable ? (
          <ButtonLink href={`/espace/collegues/${colleague.id}`} variant="secondary">
            Gérer<span className="sr-only"> : {colleague.name || colleague.email}</span>
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}

function offersInWords(count: number): string {
  if (count === 0) return "Aucune offre";
  return count === 1 ? "1 offre" : `${count} offres`;
}
