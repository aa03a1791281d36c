import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimBox } from "@/components/agency/moderation/claim-box";
import { DecisionForm } from "@/components/agency/moderation/decision-form";
import { DecisionToast } from "@/components/agency/moderation/decision-toast";
import { HintList } from "@/components/agency/moderation/hint-list";
import { NoteList } from "@/components/agency/moderation/note-list";
import { QueueSteps } from "@/components/agency/moderation/queue-steps";
import { RevisionChanges } from "@/components/agency/moderation/revision-changes";
import { Shortcuts } from "@/components/agency/moderation/shortcuts";
import { OfferDetail } from "@/components/offer/view/offer-detail";
import { OfferDownloads } from "@/components/offer/view/offer-downloads";
import { OfferHistory } from "@/components/offer/view/offer-history";
import { StateBadges } from "@/components/offer/view/state-badges";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Moment } from "@/components/ui/moment";
import { hintsFor } from "@/lib/agency/moderation/queries/hints-for";
import { offerModeration } from "@/lib/agency/moderation/queries/offer-moderation";
import { placeInQueue } from "@/lib/agency/moderation/queries/pending-offers";
import { reasonTemplates } from "@/lib/agency/moderation/queries/reason-templates";
import { revisionChanges } from "@/lib/agency/moderation/queries/revision-changes";
import { queueQuery, readQueueQuery } from "@/lib/agency/moderation/schema";
import { reportCount } from "@/lib/agency/report/queries";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { pageViewer } from "@/lib/platform/access/session";
import { answerOfRequest } from "@/lib/platform/form/answered-request";
import { agree } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Examiner une offre" };

export default async function ModerateOfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:moderate");
  const [offer, reports] = await Promise.all([offerDetail(viewer, id), reportCount(viewer, id)]);
  if (!offer?.revision) notFound();
  const filter = readQueueQuery(typeof query.file === "string" ? query.file : "");
  const [place, beside, templates, revision, history] = await Promise.all([
    placeInQueue(viewer, filter, id),
    offerModeration(viewer, id),
    reasonTemplates(viewer),
    revisionChanges(viewer, id),
    offerHistory(viewer, id),
  ]);
  const isPending = offer.commands.includes("approve");
  return (
    <Page>
      <DecisionToast viewer={viewer} query={query} filter={filter} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <QueueSteps place={place} filter={filter} />
          <PageTitle lead={`${offer.structure.name}, ${offer.structure.communeName}`}>
            {offer.revision.title}
          </PageTitle>
          <div className="mb-6">
            <StateBadges {...offer} />
            <p className="mt-3 font-semibold">{offer.visibilityWords}</p>
            {offer.onceApproved ? <p className="text-muted">{offer.onceApproved}</p> : null}
          </div>
          {offer.validation === "pending" ? (
            <HintList hints={(await hintsFor(viewer, [id])).get(id) ?? []} />
          ) : null}
          {revision ? <RevisionChanges revision={revision} /> : null}
          <p className="mb-6 flex flex-wrap gap-2">
            <OfferDownloads
              base={`/admin/offres/${offer.id}`}
              documents={offer.revision.documents.length}
            />
            <ButtonLink href={`/admin/structures/${offer.structure.id}`} variant="quiet">
              Voir la structure
            </ButtonLink>
            {reports > 0 ? (
              <ButtonLink href={`/admin/signalements/${offer.id}`} variant="quiet">
                {agree(reports, "Un signalement", `${reports} signalements`)}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/admin/offres/${offer.id}/suspendre`} variant="quiet">
              {offer.hold?.thing === "offer" ? "Voir la suspension" : "Suspendre l’offre"}
            </ButtonLink>
          </p>
          <OfferDetail offer={offer} revision={offer.revision} />
          {beside ? (
            <NoteList
              key={beside.notes.length}
              offerId={id}
              notes={beside.notes}
              query={queueQuery(filter)}
            />
          ) : null}
          <OfferHistory entries={history} />
          <Shortcuts />
        </div>
        <aside
          aria-label="Décision"
          className={
            "lg:sticky lg:top-6 lg:flex lg:max-h-[calc(100dvh-3rem)] lg:flex-col " + "lg:self-start"
          }
        >
          <Card className="lg:flex lg:min-h-0 lg:flex-col">
            {isPending && beside ? (
              <ClaimBox offerId={offer.id} watch={beside.watch} query={queueQuery(filter)} />
            ) : null}
            {isPending ? null : (
              <p className="mb-4">
                Cette offre n’attend pas de décision.
                {beside?.decidedBy ? (
                  <>
                    {" "}
                    {beside.decidedBy.name} a décidé le <Moment date={beside.decidedBy.at} />.
                  </>
                ) : null}
              </p>
            )}
            {/* A decision that came too late is sent back with what was written: the form stays
                to show it. */}
            {isPending || (await answerOfRequest()).failed ? (
              <DecisionForm
                key={offer.id}
                offerId={offer.id}
                revisionId={offer.revision.id}
                query={queueQuery(filter)}
                templates={templates}
              />
            ) : null}
          </Card>
        </aside>
      </div>
    </Page>
  );
}
