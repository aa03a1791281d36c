import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PauseForm } from "@/components/offer/view/pause-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, PageTitle } from "@/components/ui/layout";
import { pauseBounds } from "@/lib/offer/lifecycle/pause";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { pageViewer } from "@/lib/platform/access/session";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";

export const metadata: Metadata = { title: "Mettre une offre en pause" };

export default async function PauseOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("offer:publish");
  const offer = await offerDetail(viewer, id);
  if (!offer?.revision || !offer.commands.includes("pause")) notFound();
  return (
    <>
      <PageTitle lead={offer.revision.title}>Mettre l’offre en pause</PageTitle>
      <Card>
        <p className="mb-6">
          Le temps d’une absence ou d’un service complet, l’offre sort du catalogue. Elle reste
          validée et publiée : rien n’est à refaire. Vous pouvez la remettre en ligne avant la date
          choisie.
        </p>
        <PauseForm
          offerId={id}
          until={offer.pausedUntil ? dayOf(offer.pausedUntil) : ""}
          bounds={pauseBounds(now())}
        />
        <div className="mt-6">
          <ButtonLink href="/espace/offres" variant="quiet">
            Laisser l’offre en ligne
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}
