import { trashDays } from "@/lib/offer/lifecycle/trash";
import { MoveButton } from "./move-button";

/** What deleting an offer means, and the button that does it. */
export function DeleteQuestion({
  offerId,
  title,
  isPublic,
}: {
  offerId: string;
  title: string;
  isPublic: boolean;
}) {
  return (
    <>
      <p className="mb-2 break-words text-lg font-semibold">{title}</p>
      <p className="mb-6">
        {isPublic ? "Elle quittera le catalogue. " : ""}Elle reste {trashDays} jours dans la
        corbeille, d’où vous pouvez la rétablir.
      </p>
      <MoveButton offerId={offerId} move="delete" label="Supprimer l’offre" variant="danger" />
    </>
  );
}
