import type { Metadata } from "next";
import { ReportForm } from "@/components/agency/report/report-forms";
import { AboutOffer } from "@/components/offer/view/about-offer";
import { OfferGone } from "@/components/offer/view/offer-gone";
import { reportRefusalLabels } from "@/lib/agency/report/labels";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Signaler une offre", robots: { index: false } };

const text = {
  title: "Signaler cette offre",
  lead:
    "Quelque chose ne va pas dans cette offre ? Dites-le à l’agence qui l’a validée. Aucun " +
    "compte n’est nécessaire.",
  sent: {
    title: confirmations.signalement,
    words: "L’agence le lit et décide de la suite. Merci.",
  },
};

export default async function ReportOfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ reference: string }>;
  searchParams: SearchParams;
}) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const offer = await publicOfferByReference(reference);
  if (!offer) return <OfferGone title={text.title} refusal={reportRefusalLabels.notFound} />;
  return (
    <AboutOffer offer={offer} text={text} isSent={confirmationIn(query) === "signalement"}>
      <ReportForm reference={offer.reference} />
    </AboutOffer>
  );
}
