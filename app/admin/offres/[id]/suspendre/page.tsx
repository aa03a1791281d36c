import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SuspensionPanel } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Suspendre une offre" };

export default async function SuspendOfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide");
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
