import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ContactLink } from "@/components/catalogue/contact/contact-link";
import { BackToOffers } from "@/components/catalogue/search/back-to-offers";
import { NeighbourList } from "@/components/catalogue/search/neighbour-list";
import { ShortlistButton } from "@/components/catalogue/shortlist/shortlist-button";
import { ShortlistLink } from "@/components/catalogue/shortlist/shortlist-link";
import { OfferDownloads } from "@/components/offer/view/offer-downloads";
import { OfferSections } from "@/components/offer/view/offer-sections";
import { ShareLinks } from "@/components/offer/view/share-links";
import { buttonClass } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Facts, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { structuredData } from "@/lib/catalogue/feeds/structured-data";
import { neighboursOf } from "@/lib/catalogue/search/queries/neighbours";
import { shortlistHref } from "@/lib/catalogue/shortlist/rules";
import { elapsedLabel, elapsedSentence } from "@/lib/offer/availability/availability-words";
import { publicOfferorFacts } from "@/lib/offer/content/facts";
import { publicOfferByReference, publicPreview } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { openGraphOfSite } from "@/lib/platform/environment/site-name";
import { counted } from "@/lib/platform/values/french";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";

const startClass = buttonClass("quiet", "scripted:hidden");
const offerOf = cache(publicOfferByReference);

export async function generateMetadata({
  params,
}: {
  params: Promise<{ reference: string }>;
}): Promise<Metadata> {
  const offer = await offerOf((await params).reference);
  if (!offer) return {};
  const { page, title, reference } = offer;
  const description = (
    `${page.structure.name}, ${page.site.communeName} (${page.site.department}). ` +
    (page.description || page.themes.join(", "))
  ).slice(0, 160);
  return {
    title: `${title}, ${page.site.communeName}`,
    description,
    alternates: { canonical: `/offres/${reference}` },
    openGraph: {
      ...openGraphOfSite(),
      type: "article",
      url: `/offres/${reference}`,
      title,
      description,
    },
  };
}

export default async function PublicOfferPage({
  params,
}: {
  params: Promise<{ reference: string }>;
}) {
  const offer = await offerOf((await params).reference);
  if (!offer) notFound();
  const [{ near, alike }, requestHeaders] = await Promise.all([neighboursOf(offer), headers()]);
  const { page } = offer;
  const address = `/offres/${offer.reference}` as const;
  return (
    <Page>
      <script
        type="application/ld+json"
        nonce={requestHeaders.get("x-nonce") ?? undefined}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: structuredData(offer, env.origin) }}
      />
      <div className="mb-4 flex flex-wrap justify-between gap-x-6 print:hidden">
        <BackToOffers />
        <ShortlistLink />
      </div>
      <PageTitle
        lead={
          `${page.structure.name} · ${page.site.communeName} (${page.site.department}) · ` +
          counted(offer.places, "place", "places")
        }
      >
        {offer.title}
      </PageTitle>
      {offer.elapsed ? (
        <Notice tone="warning" title={elapsedLabel}>
          <p>
            {elapsedSentence} Écrivez à la structure pour savoir si elle accueille encore des
            étudiants.
          </p>
        </Notice>
      ) : null}
      <div className="mb-6 flex flex-wrap gap-2 print:hidden">
        <ContactLink reference={offer.reference} />
        <OfferDownloads base={address} documents={page.documents.length} />
        {offer.elapsed ? null : (
          <a href={`${address}/ics`} className={buttonClass("secondary")}>
            Ajouter au calendrier (ICS)
          </a>
        )}
        <ShortlistButton reference={offer.reference} title={offer.title} />
        <a href={shortlistHref([offer.reference])} rel="nofollow" className={startClass}>
          Commencer une sélection
        </a>
        <ShareLinks title={offer.title} url={`${env.origin}${address}`} />
      </div>
      <OfferSections
        offer={publicPreview(offer)}
        offeror={
          <Section title="Offreur" id="offreur">
            <Facts facts={publicOfferorFacts(page.structure)} />
          </Section>
        }
      />
      <p className="hidden text-sm print:block">{`${env.origin}${address}`}</p>
      <p className="text-sm text-muted">
        Référence {offer.reference} · campagne {campaignLabel(offer.campaign)} · publiée le{" "}
        <Day date={offer.publishedAt} />
        <span className="print:hidden">
          {" "}
          ·{" "}
          <Link
            href={`${address}/signaler`}
            rel="nofollow"
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Signaler cette offre
          </Link>
        </span>
      </p>
      <div className="mt-8 grid gap-8 sm:grid-cols-2 print:hidden">
        <NeighbourList title="Offres proches" id="proches" offers={near} />
        <NeighbourList title="Offres similaires" id="similaires" offers={alike} />
      </div>
    </Page>
  );
}
