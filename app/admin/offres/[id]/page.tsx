import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionForm } from "@/components/admin/decision-form";
import { HintList } from "@/components/admin/hint-list";
import { QueueSteps } from "@/components/admin/queue-steps";
import { Shortcuts } from "@/components/admin/shortcuts";
import { DecisionHistory } from "@/components/offer/decision-history";
import { OfferDetail } from "@/components/offer/offer-detail";
import { OfferDownloads } from "@/components/offer/offer-downloads";
import { StateBadges } from "@/components/offer/state-badges";
import { ButtonLink } from "@/components/ui/button";
import { DoneToast } from "@/components/ui/done-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { decidedWords } from "@/lib/moderation/labels";
import { hintsFor } from "@/lib/moderation/queries/hints-for";
import { placeInQueue } from "@/lib/moderation/queries/pending-offers";
import { queueQuery, readQueueQuery } from "@/lib/moderation/schema";
import { offerDetail } from "@/lib/offer/queries/offer-detail";
import { visibilityWords } from "@/lib/offer/visibility";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";
import { reportCount } from "@/lib/report/queries";

export const metadata: Metadata = { title: "Examiner une offre" };

export default async function ModerateOfferPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: SearchParams }) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:moderate", `/admin/offres/${id}`);
  const [offer, reports] = await Promise.all([offerDetail(viewer, id), reportCount(viewer, id)]);
  if (!offer?.revision) notFound();
  const filter = readQueueQuery(typeof query.file === "string" ? query.file : "");
  return (
    <Page>
      <DoneToast code={query.fait} words={decidedWords} />
      <QueueSteps place={await placeInQueue(viewer, filter, id)} filter={filter} />
      <PageTitle lead={`${offer.structure.name}, ${offer.structure.communeName}`}>{offer.revision.title}</PageTitle>
      <div className="mb-6">
        <StateBadges validation={offer.validation} publication={offer.publication} />
        {offer.hold ? <p className="mt-3 font-semibold">{visibilityWords(offer.visibility, offer.pausedUntil)}</p> : null}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {offer.validation === "pending" ? <HintList hints={await hintsFor(viewer, id)} /> : null}
          <OfferDownloads base={`/admin/offres/${offer.id}`} documents={offer.revision.documents.length} />
          <OfferDetail offer={offer} revision={offer.revision} />
          <DecisionHistory history={offer.history} />
        </div>
        <aside aria-label="Décision" className="lg:sticky lg:top-6 lg:self-start">
          <Card>
            {offer.commands.includes("approve") ? (
              <DecisionForm key={offer.revision.id} offerId={offer.id} revisionId={offer.revision.id} query={queueQuery(filter)} />
            ) : (
              <p>Cette offre n’attend pas de décision.</p>
            )}
          </Card>
          <p className="mt-4 flex flex-wrap">
            <ButtonLink href={`/admin/structures/${offer.structure.id}`} variant="quiet">
              Voir la structure
            </ButtonLink>
            {reports > 0 ? (
              <ButtonLink href={`/admin/signalements/${offer.id}`} variant="quiet">
                {reports === 1 ? "Un signalement" : `${reports} signalements`}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/admin/offres/${offer.id}/suspendre`} variant="quiet">
              {offer.hold?.thing === "offer" ? "Voir la suspension" : "Suspendre l’offre"}
            </ButtonLink>
          </p>
          <Shortcuts />
        </aside>
      </div>
    </Page>
  );
}
