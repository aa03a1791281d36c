import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { OwnOfferDto } from "@/lib/offer/view/queries/own-offers";
import { counted } from "@/lib/platform/values/french";
import { OfferButtons } from "./offer-buttons";
import { StateBadges } from "./state-badges";

/** One offer of «Mes offres». */
export function OfferCard({ offer }: { offer: OwnOfferDto }) {
  const isNew = offer.validation === "draft";
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-bold">
          <OfferName offer={offer} isNew={isNew} />
        </h2>
        <StateBadges {...offer} archived={offer.archivedAt !== null} />
      </div>
      <p className="mt-2 text-muted">
        {placesInWords(offer.places)} ·{" "}
        {offer.publishedAt ? (
          <>
            Offre publiée le <Day date={offer.publishedAt} />
          </>
        ) : (
          <>
            Modifiée le <Day date={offer.updatedAt} />
          </>
        )}
      </p>
      {offer.availability.map((words) => (
        <p key={words} className="text-muted">
          {words}
        </p>
      ))}
      {offer.requests > 0 ? (
        <p className="text-muted">
          {counted(offer.requests, "demande reçue", "demandes reçues")} par mail en un an
        </p>
      ) : null}
      <p className="mt-3 font-semibold">{offer.visibilityWords}</p>
      {offer.hold?.thing === "offer" ? (
        <p className="mt-3 whitespace-pre-line wrap-anywhere rounded bg-warning-soft p-3">
          {offer.hold.message}
        </p>
      ) : null}
      {offer.hasDraft && !isNew && !offer.waitsForAddress ? (
        <p className="mt-1 text-warning">
          Des modifications saisies n’ont pas encore été soumises.
        </p>
      ) : null}
      {offer.reason &&
      (offer.validation === "changesRequested" || offer.validation === "refused") ? (
        <p className="mt-3 whitespace-pre-line rounded bg-warning-soft p-3">{offer.reason}</p>
      ) : null}
      <div className="mt-4">
        <OfferButtons
          offerId={offer.id}
          title={offer.title}
          isPublic={offer.visibility === "visible"}
          publication={offer.publication}
          commands={offer.commands}
          continues={isNew || offer.validation === "changesRequested"}
          paused={offer.visibility === "paused"}
          renewableFor={offer.renewableFor}
        />
      </div>
    </Card>
  );
}

/** A link to the offer; a draft that cannot be edited now has no page of its own. */
function OfferName({ offer, isNew }: { offer: OwnOfferDto; isNew: boolean }) {
  if (isNew && !offer.commands.includes("saveDraft"))
    return <span className="break-words">{offer.title}</span>;
  return (
    <Link
      href={isNew ? `/espace/offres/${offer.id}/informations` : `/espace/offres/${offer.id}`}
      className="break-words underline-offset-4 hover:underline"
    >
      {offer.title}
    </Link>
  );
}

function placesInWords(places: number | null): string {
  return places === null ? "Places à préciser" : counted(places, "place", "places");
}
