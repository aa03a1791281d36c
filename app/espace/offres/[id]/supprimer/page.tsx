import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteQuestion } from "@/components/offer/view/delete-question";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Supprimer une offre" };

export default async function DeleteOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("offer:delete");
  const offer = await offerDetail(viewer, id);
  if (!offer) notFound();
  return (
    <>
      <PageTitle>Supprimer cette offre ?</PageTitle>
      <Card>
        <DeleteQuestion
          offerId={id}
          title={offer.revision?.title ?? `Brouillon ${offer.reference}`}
          isPublic={offer.isPublic}
        />
        <div className="mt-6">
          <ButtonLink href="/espace/offres" variant="secondary">
            Garder l’offre
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
