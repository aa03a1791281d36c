import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportForm } from "@/components/report/report-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import type { SearchParams } from "@/lib/platform/search-params";

export const metadata: Metadata = { title: "Signaler une offre", robots: { index: false } };

export default async function ReportOfferPage({ params, searchParams }: { params: Promise<{ reference: string }>; searchParams: SearchParams }) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const offer = await publicOfferByReference(reference);
  if (!offer) notFound();
  const sent = query.fait === "signalement";
  return (
    <Page narrow>
      <PageTitle lead={`${offer.title} · ${offer.page.structure.name}`}>Signaler cette offre</PageTitle>
      {sent ? (
        <Notice tone="success" title="Votre signalement est envoyé">
          <p>L’agence le lit et décide de la suite. Merci.</p>
        </Notice>
      ) : (
        <>
          <p className="mb-6">Quelque chose ne va pas dans cette offre ? Dites-le à l’agence qui l’a validée. Aucun compte n’est nécessaire.</p>
          <Card>
            <ReportForm reference={offer.reference} />
          </Card>
        </>
      )}
      <div className="mt-6">
        <ButtonLink href={`/offres/${offer.reference}`} variant="secondary">
          Revenir à l’offre
        </ButtonLink>
      </div>
    </Page>
  );
}
