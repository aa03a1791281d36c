import type { Metadata } from "next";
import { Compare } from "@/components/catalogue/comparison/compare";
import { ShortlistCards } from "@/components/catalogue/comparison/shortlist-cards";
import { ShortlistNotices } from "@/components/catalogue/comparison/shortlist-notices";
import { BackToOffers } from "@/components/catalogue/search/back-to-offers";
import { AddByReference } from "@/components/catalogue/shortlist/add-by-reference";
import {
  KeepButton,
  OpenOwnShortlist,
  RemoveLink,
} from "@/components/catalogue/shortlist/own-shortlist";
import { ShortlistLink } from "@/components/catalogue/shortlist/shortlist-link";
import { ShareLinks } from "@/components/offer/view/share-links";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { PrintButton } from "@/components/ui/print-button";
import { readShortlist, shortlistHref } from "@/lib/catalogue/shortlist/rules";
import { publicOffersOf } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { numberedTerms } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Ma sélection", robots: { index: false } };

export default async function ShortlistPage({ searchParams }: { searchParams: SearchParams }) {
  const { references, unread, left, ticked } = readShortlist(await searchParams);
  const [offers, terms] = await Promise.all([publicOffersOf(references), numberedTerms()]);
  const address = `${env.origin}${shortlistHref(references)}`;
  const there = new Set(offers.map(({ reference }) => reference));
  const gone = references.filter((reference) => !there.has(reference));
  return (
    <Page>
      <div className="mb-4 flex flex-wrap justify-between gap-x-6 print:hidden">
        <BackToOffers />
        <ShortlistLink />
      </div>
      <PageTitle
        lead={
          references.length === 0 ? undefined : (
            <>
              <span className="print:hidden">
                L’adresse de cette page contient la sélection : enregistrez-la, ou envoyez-la.
              </span>
              <span className="hidden print:inline">
                <Day date={now()} /> · {address}
              </span>
            </>
          )
        }
      >
        Ma sélection
      </PageTitle>
      {references.length === 0 ? <OpenOwnShortlist /> : null}
      <ShortlistNotices references={references} gone={gone} unread={unread} left={left} />
      {references.length === 0 ? (
        <EmptyState title="Aucune offre ici pour l’instant">
          <p className="mb-6">
            <span className="unscripted:hidden">
              Dans la liste des offres, « Ajouter à ma sélection » les met de côté. Votre navigateur
              s’en souvient, sans compte.
            </span>
            <span className="scripted:hidden">
              Sans JavaScript, l’adresse de cette page contient la sélection : ajoutez-y des offres
              par leur référence, puis enregistrez l’adresse dans vos favoris.
            </span>
          </p>
          <ButtonLink href="/offres" variant="secondary">
            Voir les offres
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <div className="mb-6 flex flex-wrap gap-2 print:hidden">
            {offers.length > 0 ? <PrintButton /> : null}
            <ShareLinks title="Offres de stage sélectionnées" url={address} />
            <RemoveLink shown={references} removed={references} about="toutes les offres" />
            <KeepButton references={references} />
          </div>
          <ShortlistCards offers={offers} references={references} terms={terms} />
          <Compare offers={offers} references={references} ticked={ticked} />
        </>
      )}
      <AddByReference references={references} unread={unread} />
    </Page>
  );
}
