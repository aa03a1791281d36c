import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MoveButton } from "@/components/offer/move-button";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { offerDetail } from "@/lib/offer/queries/offer-detail";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Supprimer une offre" };

export default async function DeleteOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("offer:delete", `/espace/offres/${id}/supprimer`);
  const offer = await offerDetail(viewer, id);
  if (!offer) notFound();
  return (
    <>
      <PageTitle>Supprimer cette offre ?</PageTitle>
      <Card>
        <p className="mb-2 text-lg font-semibold">{offer.revision?.title ?? `Brouillon ${offer.reference}`}</p>
        <p className="mb-6">
          {offer.isPublic ? "Elle ne sera plus visible dans le catalogue. " : ""}Vous pourrez annuler juste après la suppression.
        </p>
        <div className="flex flex-wrap gap-3">
          <MoveButton offerId={id} move="delete" label="Supprimer l’offre" variant="danger" />
          <ButtonLink href="/espace/offres" variant="secondary">
            Garder l’offre
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
