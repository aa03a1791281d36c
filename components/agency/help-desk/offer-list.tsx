import { StateBadges } from "@/components/offer/view/state-badges";
import { Link } from "@/components/ui/link";
import type { OverseenOfferDto } from "@/lib/agency/help-desk/schema";
import { agree } from "@/lib/platform/values/french";

/**
 * The submitted offers of a structure, each with where it stands. @param drafts those that were
 * never submitted
 */
export function OverseenOfferList({
  offers,
  drafts,
}: {
  offers: readonly OverseenOfferDto[];
  drafts: number;
}) {
  const ofDrafts =
    drafts === 0 ? null : (
      <p className="mt-3 text-muted">
        {agree(
          drafts,
          "Et un brouillon, qui n’a pas été soumis.",
          `Et ${drafts} brouillons, qui n’ont pas été soumis.`,
        )}
      </p>
    );
  return (
    <>
      {offers.length === 0 ? (
        <p className="text-muted">Aucune offre soumise.</p>
      ) : (
        <ul className="divide-y divide-line">
          {offers.map((offer) => (
            <li key={offer.id} className="py-3">
              <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                <Link
                  href={`/admin/offres/${offer.id}`}
                  className={
                    "inline-flex min-h-11 min-w-0 items-center break-words font-semibold " +
                    "text-accent underline underline-offset-4"
                  }
                >
                  {offer.title}
                </Link>
                <StateBadges {...offer} />
              </div>
              <p className="mt-1 text-muted">
                {offer.reference} · {offer.visibilityWords}
              </p>
            </li>
          ))}
        </ul>
      )}
      {ofDrafts}
    </>
  );
}
