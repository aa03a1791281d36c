import { buttonClass, ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { catalogueHref, readFilter } from "@/lib/catalogue/search/filter";
import type { SearchSheet } from "@/lib/catalogue/search/queries/sheet";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";
import { countedOffers, rangeInWords } from "./count";
import { linesOf } from "./offer-lines";
import { ResultPages } from "./result-pages";

/** What a search finds as a sheet of paper: two columns, the references, the day, the address. */
export function OfferSheet({
  sheet: { query, found, words, loosened, total, ...page },
  terms,
}: {
  sheet: SearchSheet;
  terms: readonly NumberedTerm[];
}) {
  const [filter, search] = [readFilter(query), readFilter(found)];
  const isOneOfSeveral = total.value > page.offers.length;
  return (
    <Page>
      <PageTitle lead={`${words.charAt(0).toUpperCase()}${words.slice(1)}`}>
        Offres de stage du service sanitaire
      </PageTitle>
      <p className="mb-4 wrap-anywhere text-muted">
        {/* The links that say it too are not printed. */}
        {isOneOfSeveral ? `${rangeInWords(page)} sur ` : null}
        {countedOffers(total)} le <Day date={now()} /> · {`${env.origin}${catalogueHref(filter)}`}
      </p>
      {loosened.length > 0 ? (
        <Notice tone="info" title="Recherche élargie">
          {loosened.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
      <div className="mb-6 flex flex-wrap gap-3 print:hidden">
        <PrintButton />
        <ButtonLink href={catalogueHref(filter)} variant="secondary">
          Revenir à la recherche
        </ButtonLink>
        {isOneOfSeveral ? (
          <a
            href={catalogueHref(filter, { tri: "" }, "/api/v1/offres.xlsx")}
            rel="nofollow"
            className={buttonClass("quiet")}
          >
            Tout télécharger pour Excel
          </a>
        ) : null}
      </div>
      <ResultPages
        apres={search.apres}
        page={page}
        previous={page.previous}
        total={total}
        endsEarly={page.endsEarly}
        to={(apres) => catalogueHref(search, { apres }, "/offres/imprimer")}
        className="mb-6"
      />
      <ul
        className={
          "grid gap-x-10 gap-y-5 text-sm wrap-anywhere whitespace-pre-line sm:grid-cols-2 " +
          "print:block print:columns-2 print:gap-x-8 [&>li]:min-w-0 [&>li]:break-inside-avoid " +
          "[&>li]:border-t [&>li]:border-control [&>li]:pt-2 print:[&>li]:mb-3"
        }
      >
        {page.offers.map((offer) => {
          const { reference, title, where, details, mark, themes } = linesOf(offer, terms);
          return (
            // Two elements each: there are ninety.
            <li key={reference}>
              <h2 className="text-base font-bold first-line:text-sm">{`${reference}\n${title}`}</h2>
              {[mark, where, ...details, themes.join(", ")].filter(Boolean).join("\n")}
            </li>
          );
        })}
      </ul>
      <p className="mt-6 text-sm text-muted">
        Pour retrouver une offre, tapez sa référence dans la recherche de {`${env.origin}/offres`}.
        Source : {env.agency.agencyName}.
      </p>
    </Page>
  );
}
