import { Badge } from "@/components/ui/badge";
import { CheckBox } from "@/components/ui/check-box";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { ageInWords, queueKindLabels } from "@/lib/agency/moderation/labels";
import {
  offerInQueue,
  type PendingOfferDto,
  type QueueFilter,
} from "@/lib/agency/moderation/schema";
import { counted } from "@/lib/platform/values/french";

/**
 * One offer of the queue, to open or to pick for a decision on several. The filter goes along, to
 * lead to the next offer.
 */
export function PendingCard({
  offer,
  filter,
  now,
}: {
  offer: PendingOfferDto;
  filter: QueueFilter;
  now: Date;
}) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-bold">
          <Link
            href={offerInQueue(offer.id, filter)}
            className="break-words text-accent underline underline-offset-4"
          >
            {offer.title}
          </Link>
        </h2>
        <ul className="flex flex-wrap gap-2">
          {offer.kinds.map((kind) => (
            <li key={kind}>
              <Badge tone={kind === "unconfirmed" ? "warning" : "info"}>
                {queueKindLabels[kind]}
              </Badge>
            </li>
          ))}
        </ul>
      </div>
      <p className="mt-1">{offer.structureName}</p>
      {offer.watch ? (
        <p className="font-semibold">
          {offer.watch.mine
            ? "Vous vous en occupez."
            : `${offer.watch.by} s’en occupe en ce moment.`}
        </p>
      ) : null}
      <p className="text-muted">
        {offer.communeName} ({offer.department}) · {counted(offer.places, "place", "places")} ·
        soumise le <Day date={offer.submittedAt} />, {ageInWords(offer.submittedAt, now)}
      </p>
      <CheckBox
        name="o"
        value={offer.id}
        className="-ml-2 mt-2"
        label={
          <>
            Choisir
            <span className="sr-only">
              {" "}
              {offer.title}, {offer.structureName}
            </span>
          </>
        }
      />
    </Card>
  );
}
