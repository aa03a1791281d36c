import { ButtonLink } from "@/components/ui/button";
import { More } from "@/components/ui/more";
import type { OfferCommand } from "@/lib/offer/lifecycle/rules";
import { newId } from "@/lib/platform/values/id";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { DuplicateButton, RenewButton } from "./copy-buttons";
import { MoveButton } from "./move-button";

interface Props {
  offerId: string;
  title: string;
  commands: readonly OfferCommand[];
  renewableFor: number | null;
}

export function MoreActions({ offerId, title, commands, renewableFor }: Props) {
  // Where nothing may be done to it (its structure is suspended), a copy may not be made either.
  if (commands.length === 0) return null;
  return (
    <More label="Plus d’actions" about={title}>
      <DuplicateButton offerId={offerId} copyId={newId()} about={title} />
      {renewableFor === null ? null : (
        <RenewButton
          offerId={offerId}
          label={`Renouveler pour ${campaignLabel(renewableFor)}`}
          about={title}
        />
      )}
      {commands.includes("pause") ? (
        <ButtonLink href={`/espace/offres/${offerId}/pause`} variant="quiet">
          Mettre en pause<span className="sr-only"> : {title}</span>
        </ButtonLink>
      ) : null}
      {commands.includes("archive") ? (
        <MoveButton
          offerId={offerId}
          move="archive"
          label="Archiver"
          about={title}
          variant="quiet"
        />
      ) : null}
    </More>
  );
}
