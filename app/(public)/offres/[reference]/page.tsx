import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OfferDownloads } from "@/components/offer/offer-downloads";
import { OfferSections } from "@/components/offer/offer-sections";
import { Day } from "@/components/ui/day";
import { Facts, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import { campaignLabel } from "@/lib/offer/campaign";
import { publicOfferorFacts } from "@/lib/offer/facts";

const offerOf = cache(publicOfferByReference);

export async function generateMetadata({ params }: { params: Promise<{ reference: string }> }): Promise<Metadata> {
  const offer = await offerOf((await params).reference);
  return offer ? { title: `${offer.title}, ${offer.page.site.communeName}`, alternates: { canonical: `/offres/${offer.reference}` } } : {};
}

export default async function PublicOfferPage({ params }: { params: Promise<{ reference: string }> }) {
  const offer = await offerOf((await params).reference);
  if (!offer) notFound();
  const { page } = offer;
  return (
    <Page>
      <p className="mb-4">
        <Link href="/offres" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          Offres de stage
        </Link>
      </p>
      <PageTitle lead={`${page.structure.name} · ${page.site.communeName} (${page.site.department}) · ${offer.places} ${offer.places > 1 ? "places" : "place"}`}>{offer.title}</PageTitle>
      <OfferDownloads base={`/offres/${offer.reference}`} documents={page.documents.length} />
      <OfferSections
        offer={{ ...page, title: offer.title, places: offer.places, lodging: offer.lodging, catering: offer.catering, referent: null }}
        offeror={
          <Section title="Offreur" id="offreur">
            <Facts facts={publicOfferorFacts(page.structure)} />
          </Section>
        }
      />
      <p className="text-sm text-muted">
        Référence {offer.reference} · campagne {campaignLabel(offer.campaign)} · publiée le <Day date={offer.publishedAt} /> ·{" "}
        <Link href={`/offres/${offer.reference}/signaler`} rel="nofollow" className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          Signaler cette offre
        </Link>
      </p>
    </Page>
  );
}
