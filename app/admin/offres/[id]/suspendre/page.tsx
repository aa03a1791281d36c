import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { SuspensionPanel } from "@/components/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { offerDetail } from "@/lib/offer/queries/offer-detail";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";
import { suspensionInForce } from "@/lib/suspension/queries/suspensions";

export const metadata: Metadata = { title: "Suspendre une offre" };

export default async function SuspendOfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide", `/admin/offres/${id}/suspendre`);
  const [offer, current] = await Promise.all([
    offerDetail(viewer, id),
    suspensionInForce(viewer, "offer", id),
  ]);
  if (!offer?.revision) notFound();
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead={`${offer.revision.title} · ${offer.structure.name}`}>
        {current ? "Offre suspendue" : "Suspendre cette offre"}
      </PageTitle>
      <p className="mb-4 font-semibold">{offer.visibilityWords}</p>
      <Card>
        <SuspensionPanel viewer={viewer} thing="offer" id={id} current={current} />
      </Card>
      <div className="mt-6">
        <ButtonLink href={`/admin/offres/${id}`} variant="secondary">
          Revenir à l’offre
        </ButtonLink>
      </div>
    </Page>
  );
}
