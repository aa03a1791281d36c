import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SuspensionPanel } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { liftedSuspensions, suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
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
  const [offer, current, [last]] = await Promise.all([
    offerDetail(viewer, id),
    suspensionInForce(viewer, "offer", id),
    liftedSuspensions(viewer, { thing: "offer", id }),
  ]);
  // What went to the bin has no page any more; its suspension is read and lifted all the same.
  const name = offer?.revision
    ? `${offer.revision.title} · ${offer.structure.name}`
    : (current ?? last)?.name;
  if (!name) notFound();
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead={name}>
        {current ? "Offre suspendue" : offer ? "Suspendre cette offre" : "Suspension levée"}
      </PageTitle>
      {offer ? <p className="mb-4 font-semibold">{offer.visibilityWords}</p> : null}
      <Card>
        <SuspensionPanel viewer={viewer} thing="offer" id={id} current={current} gone={!offer} />
      </Card>
      <div className="mt-6">
        <ButtonLink href={offer ? `/admin/offres/${id}` : "/admin/suspensions"} variant="secondary">
          {offer ? "Revenir à l’offre" : "Toutes les suspensions"}
        </ButtonLink>
      </div>
    </Page>
  );
}
