import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ContactLink } from "@/components/catalogue/contact/contact-link";
import { BackToOffers } from "@/components/catalogue/search/back-to-offers";
import { NeighbourList } from "@/components/catalogue/search/neighbour-list";
import { ShortlistButton } from "@/components/catalogue/shortlist/shortlist-button";
import { ShortlistLink } from "@/components/catalogue/shortlist/shortlist-link";
import { MonthStrip } from "@/components/offer/view/month-strip";
import { OfferDownloads } from "@/components/offer/view/offer-downloads";
import { DocumentsSection, SiteSection, When } from "@/components/offer/view/offer-sections";
import { ShareLinks } from "@/components/offer/view/share-links";
import { buttonClass } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Card, Facts, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { More } from "@/components/ui/more";
import { Notice } from "@/components/ui/notice";
import { structuredData } from "@/lib/catalogue/feeds/structured-data";
import { neighboursOf } from "@/lib/catalogue/search/queries/neighbours";
import { shortlistHref } from "@/lib/catalogue/shortlist/rules";
import { fromNumbers, monthsOf } from "@/lib/offer/availability/availability";
import {
  elapsedLabel,
  elapsedSentence,
  monthsInWords,
} from "@/lib/offer/availability/availability-words";
import { monthStrip } from "@/lib/offer/availability/month-strip";
import { keyFacts, offerTexts, publicOfferorFacts } from "@/lib/offer/content/facts";
import { publicOfferByReference, publicPreview } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { openGraphOfSite } from "@/lib/platform/environment/site-name";
import { now } from "@/lib/platform/values/clock";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { structureWords } from "@/lib/reference/commune/labels";

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
  const preview = publicPreview(offer);
  const texts = offerTexts(preview);
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
        lead={structureWords(page.structure.name, page.site.communeName, page.site.department)}
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
      <Card
        className={
          "mb-6 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 print:mb-4 " +
          "md:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_24rem] " +
          "md:print:grid-cols-[minmax(0,1fr)_auto]"
        }
      >
        <section aria-labelledby="offre">
          <h2 id="offre" className="sr-only">
            L’offre en bref
          </h2>
          <Facts facts={keyFacts(preview)} />
        </section>
        <div>
          <MonthStrip
            strip={monthStrip(fromNumbers(page.slots), offer.campaign, now())}
            words={monthsInWords(monthsOf(page.availability))}
          />
          <div className="mt-4 flex flex-wrap items-start gap-2 print:hidden">
            <ContactLink reference={offer.reference} />
            <More label="Plus" about={offer.title}>
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
            </More>
          </div>
        </div>
      </Card>
      <div
        className={
          "mb-6 grid grid-cols-[minmax(0,1fr)] gap-6 print:mb-4 print:gap-4 " +
          "xl:grid-cols-[minmax(0,1fr)_28rem] xl:grid-rows-[auto_1fr]"
        }
      >
        {texts.length === 0 ? null : (
          <Card>
            {texts.map(([title, text], index) => (
              <Section key={title} title={title} id={`texte-${index + 1}`}>
                <p className="whitespace-pre-line wrap-anywhere">{text}</p>
              </Section>
            ))}
          </Card>
        )}
        <Card className="xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:self-start">
          <Section title="Horaires" id="horaires">
            <When availability={page.availability} />
          </Section>
        </Card>
        <Card>
          <SiteSection offer={preview} />
          <Section title="Offreur" id="offreur">
            <Facts facts={publicOfferorFacts(page.structure)} />
          </Section>
          <DocumentsSection offer={preview} />
        </Card>
      </div>
      <p className="text-sm text-muted">
        Référence {offer.reference} · campagne {campaignLabel(offer.campaign)} · publiée le{" "}
        <Day date={offer.publishedAt} />
        <span className="hidden print:inline"> · {`${env.origin}${address}`}</span>
        {/* On a telephone a line of its own, which begins with no point. */}
        <span className="max-sm:block sm:before:content-['_·_'] print:hidden">
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
