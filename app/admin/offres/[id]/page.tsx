import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DecisionForm } from "@/components/admin/decision-form";
import { DecisionHistory } from "@/components/offer/decision-history";
import { OfferDetail } from "@/components/offer/offer-detail";
import { OfferDownloads } from "@/components/offer/offer-downloads";
import { StateBadges } from "@/components/offer/state-badges";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { offerDetail } from "@/lib/offer/queries/offer-detail";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Examiner une offre" };

export default async function ModerateOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("offer:moderate", `/admin/offres/${id}`);
  const offer = await offerDetail(viewer, id);
  if (!offer?.revision) notFound();
  return (
    <Page>
      <p className="mb-4">
        <Link href="/admin" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          Offres à valider
        </Link>
      </p>
      <PageTitle lead={`${offer.structure.name}, ${offer.structure.communeName}`}>{offer.revision.title}</PageTitle>
      <div className="mb-6">
        <StateBadges validation={offer.validation} publication={offer.publication} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <OfferDownloads base={`/admin/offres/${offer.id}`} documents={offer.revision.documents.length} />
          <OfferDetail offer={offer} revision={offer.revision} />
          <DecisionHistory history={offer.history} />
        </div>
        <aside aria-label="Décision" className="lg:sticky lg:top-6 lg:self-start">
          <Card>
            {offer.commands.includes("approve") ? (
              <DecisionForm offerId={offer.id} revisionId={offer.revision.id} />
            ) : (
              <p>Cette offre n’attend pas de décision.</p>
            )}
          </Card>
        </aside>
      </div>
    </Page>
  );
}
