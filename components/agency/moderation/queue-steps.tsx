import { ButtonLink } from "@/components/ui/button";
import type { QueuePlace } from "@/lib/agency/moderation/queries/pending-offers";
import { offerInQueue, queueAddress, type QueueFilter } from "@/lib/agency/moderation/schema";

/** Back to the list, and to the neighbours of an offer in the queue it was opened from. */
export function QueueSteps({ place, filter }: { place: QueuePlace; filter: QueueFilter }) {
  return (
    <nav aria-label="File d’attente" className="mb-4 flex flex-wrap items-center gap-x-2">
      <ButtonLink href={queueAddress(filter)} variant="quiet">
        Offres à valider
      </ButtonLink>
      {place.previousId ? (
        <ButtonLink href={offerInQueue(place.previousId, filter)} variant="quiet" data-shortcut="p">
          Précédente
        </ButtonLink>
      ) : null}
      {place.nextId ? (
        <ButtonLink href={offerInQueue(place.nextId, filter)} variant="quiet" data-shortcut="n">
          Suivante
        </ButtonLink>
      ) : null}
      {place.position > 0 ? (
        <span className="text-muted">
          {place.position} sur {place.total}
        </span>
      ) : null}
    </nav>
  );
}
