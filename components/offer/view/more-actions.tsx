import { ButtonLink } from "@/components/ui/button";
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

/** What is not needed every day, behind a native menu that opens without scripts. */
export function MoreActions({ offerId, title, commands, renewableFor }: Props) {
  // Where nothing may be done to it (its structure is suspended), a copy may not be made either.
  if (commands.length === 0) return null;
  return (
    <details className="w-full sm:w-auto">
      <summary
        className={
          "inline-flex min-h-12 cursor-pointer items-center rounded px-4 font-semibold " +
          "text-accent underline underline-offset-4 hover:bg-accent-soft"
        }
      >
        Plus d’actions<span className="sr-only"> : {title}</span>
      </summary>
      <div className="mt-2 flex flex-wrap gap-2 rounded border border-line bg-canvas p-3">
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
      </div>
    </details>
  );
}
