import { ButtonLink } from "@/components/ui/button";
import type { OfferCommand } from "@/lib/offer/rules";
import { MoveButton } from "./move-button";

/** Éditer · Publier or Dépublier · Supprimer: what the rules allow now, and nothing else. */
export function OfferButtons({ offerId, title, commands, continues }: { offerId: string; title: string; commands: readonly OfferCommand[]; continues: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      {commands.includes("saveDraft") ? (
        <ButtonLink href={`/espace/offres/${offerId}/informations`} variant={continues ? "primary" : "secondary"}>
          {continues ? "Continuer" : "Éditer"}
          <span className="sr-only"> : {title}</span>
        </ButtonLink>
      ) : null}
      {commands.includes("publish") && !continues ? <MoveButton offerId={offerId} move="publish" label="Publier" about={title} variant="primary" /> : null}
      {commands.includes("unpublish") ? <MoveButton offerId={offerId} move="unpublish" label="Dépublier" about={title} /> : null}
      {commands.includes("delete") ? (
        <ButtonLink href={`/espace/offres/${offerId}/supprimer`} variant="danger">
          Supprimer<span className="sr-only"> : {title}</span>
        </ButtonLink>
      ) : null}
    </div>
  );
}
