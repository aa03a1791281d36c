import { ButtonLink } from "@/components/ui/button";
import { ConfirmLink } from "@/components/ui/confirm-link";
import type { OfferCommand, Publication } from "@/lib/offer/lifecycle/rules";
import { DeleteQuestion } from "./delete-question";
import { MoreActions } from "./more-actions";
import { MoveButton } from "./move-button";

interface Props {
  offerId: string;
  title: string;
  isPublic: boolean;
  publication: Publication;
  commands: readonly OfferCommand[];
  continues: boolean;
  /** Out of sight until a date: publishing brings it back. */
  paused: boolean;
  renewableFor: number | null;
}

/**
 * Éditer · Publier or Dépublier · Supprimer: what the rules allow now, and nothing else; the rest
 * behind «Plus d’actions».
 */
export function OfferButtons({
  offerId,
  title,
  isPublic,
  publication,
  commands,
  continues,
  paused,
  renewableFor,
}: Props) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {commands.includes("saveDraft") ? (
        <ButtonLink
          href={`/espace/offres/${offerId}/informations`}
          variant={continues ? "primary" : "secondary"}
        >
          {continues ? "Continuer" : "Éditer"}
          <span className="sr-only"> : {title}</span>
        </ButtonLink>
      ) : null}
      {commands.includes("publish") && !continues ? (
        <MoveButton
          offerId={offerId}
          move="publish"
          label={paused ? "Remettre en ligne" : "Publier"}
          about={title}
          variant="primary"
        />
      ) : null}
      {commands.includes("unarchive") ? (
        <MoveButton offerId={offerId} move="unarchive" label="Sortir des archives" about={title} />
      ) : null}
      {commands.includes("unpublish") ? (
        <MoveButton
          offerId={offerId}
          move="unpublish"
          label={publication === "onApproval" ? "Ne pas publier dès la validation" : "Dépublier"}
          about={title}
        />
      ) : null}
      {commands.includes("delete") ? (
        <ConfirmLink
          href={`/espace/offres/${offerId}/supprimer`}
          variant="danger"
          label={
            <>
              Supprimer<span className="sr-only"> : {title}</span>
            </>
          }
          title="Supprimer cette offre ?"
          keep="Garder l’offre"
        >
          <DeleteQuestion offerId={offerId} title={title} isPublic={isPublic} />
        </ConfirmLink>
      ) : null}
      <MoreActions
        offerId={offerId}
        title={title}
        commands={commands}
        renewableFor={renewableFor}
      />
    </div>
  );
}
