import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SuspensionNotice } from "@/components/offer/suspended/suspension-notice";
import { OfferButtons } from "@/components/offer/view/offer-buttons";
import { OfferDetail } from "@/components/offer/view/offer-detail";
import { OfferDownloads } from "@/components/offer/view/offer-downloads";
import { OfferHistory } from "@/components/offer/view/offer-history";
import { RemarkList } from "@/components/offer/view/remark-list";
import { StateBadges } from "@/components/offer/view/state-badges";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Day } from "@/components/ui/day";
import { PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { elapsedAdvice, elapsedSentence } from "@/lib/offer/availability/availability-words";
import { isCampaignOver } from "@/lib/offer/availability/elapsed";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { renewableCampaign } from "@/lib/offer/view/queries/own-offers";
import { pageViewer } from "@/lib/platform/access/session";
import { now } from "@/lib/platform/values/clock";
import { counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";

export const metadata: Metadata = { title: "Mon offre" };

const sections = [
  ["#offre", "Offre"],
  ["#offreur", "Offreur"],
  ["#terrain", "Terrain"],
  ["#documents", "Documents"],
  ["#historique", "Historique"],
] as const;

export default async function OwnOfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("profile:read");
  const [offer, history, renewableFor] = await Promise.all([
    offerDetail(viewer, id),
    offerHistory(viewer, id),
    renewableCampaign(viewer, id),
  ]);
  if (!offer) notFound();
  // A draft has no page but its form, which someone who can only read does not have.
  if (!offer.revision && offer.commands.length === 0) notFound();
  if (!offer.revision) redirect(`/espace/offres/${id}/informations`);
  const { revision } = offer;
  return (
    <>
      <ConfirmationToast query={query} />
      <PageTitle>{revision.title}</PageTitle>
      <div className="mb-6 space-y-4">
        <StateBadges {...offer} />
        <p className="font-semibold">{offer.visibilityWords}</p>
        {offer.elapsed && offer.visibility === "visible" ? (
          <Notice tone="warning" title={elapsedSentence}>
            <p>{elapsedAdvice(isCampaignOver(offer.campaign, now()))}</p>
          </Notice>
        ) : null}
        {offer.hold?.thing === "offer" ? <SuspensionNotice hold={offer.hold} /> : null}
        <p className="text-muted">
          {counted(revision.content.places, "place", "places")} · campagne{" "}
          {campaignLabel(offer.campaign)}
          {` · référence ${offer.reference}`}
          {offer.publishedAt ? (
            <>
              {" "}
              · publiée le <Day date={offer.publishedAt} />
            </>
          ) : null}
        </p>
        {offer.validation === "changesRequested" || offer.validation === "refused" ? (
          <Notice
            tone="warning"
            title={
              offer.validation === "refused"
                ? "L’agence n’a pas retenu cette offre"
                : "L’agence demande une correction"
            }
          >
            <p className="whitespace-pre-line">{revision.reason}</p>
            <RemarkList remarks={revision.comments} />
          </Notice>
        ) : null}
        <OfferButtons
          offerId={offer.id}
          title={revision.title}
          isPublic={offer.isPublic}
          publication={offer.publication}
          commands={offer.commands}
          continues={offer.validation === "changesRequested"}
          paused={offer.visibility === "paused"}
          renewableFor={renewableFor}
        />
      </div>
      <p className="mb-6 flex flex-wrap gap-2">
        <OfferDownloads base={`/espace/offres/${offer.id}`} documents={revision.documents.length} />
      </p>
      <nav aria-label="Rubriques de l’offre" className="mb-6">
        <ul className="flex flex-wrap gap-1 border-b border-line">
          {sections
            .filter(([href]) => href !== "#documents" || revision.documents.length > 0)
            .map(([href, label]) => (
              <li key={href}>
                <a
                  href={href}
                  className={
                    "inline-flex min-h-11 items-center px-3 font-semibold text-accent " +
                    "underline-offset-4 hover:underline"
                  }
                >
                  {label}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <OfferDetail offer={offer} revision={revision} />
      <OfferHistory entries={history} />
      {offer.isPublic ? (
        <ButtonLink href={`/offres/${offer.reference}`} variant="secondary">
          Voir la page publique
        </ButtonLink>
      ) : null}
    </>
  );
}
