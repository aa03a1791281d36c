import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import type { OwnOfferDto } from "@/lib/offer/view/queries/own-offers";
import { MoveButton } from "./move-button";

/** An offer in the bin: when it goes for good, and the way back. */
export function TrashCard({ offer }: { offer: OwnOfferDto }) {
  return (
    <Card>
      <h2 className="min-w-0 break-words text-lg font-bold">{offer.title}</h2>
      {offer.deletedAt && offer.purgedAt ? (
        <p className="mb-4 mt-2 text-muted">
          Supprimée le <Day date={offer.deletedAt} /> · effacée pour de bon le{" "}
          <Day date={offer.purgedAt} />
        </p>
      ) : null}
      {offer.commands.includes("restore") ? (
        <MoveButton offerId={offer.id} move="restore" label="Rétablir" about={offer.title} />
      ) : null}
    </Card>
  );
}
