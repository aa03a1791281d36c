import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Page, PageTitle } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { catalogueHref, readFilter } from "@/lib/catalogue/search/filter";
import type { SearchSheet } from "@/lib/catalogue/search/queries/sheet";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { agree } from "@/lib/platform/values/french";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";
import { countInWords } from "./count";
import { linesOf } from "./offer-lines";

/** What a search finds as a sheet of paper: two columns, the references, the day, the address. */
export function OfferSheet({
  sheet: { query, words, loosened, total, offers },
  terms,
}: {
  sheet: SearchSheet;
  terms: readonly NumberedTerm[];
}) {
  const filter = readFilter(query);
  const stops = total.value > offers.length;
  return (
    <Page>
      <PageTitle lead={`${words.charAt(0).toUpperCase()}${words.slice(1)}`}>
        Offres de stage du service sanitaire
      </PageTitle>
      <p className="mb-4 wrap-anywhere text-muted">
        {countInWords(total)} {agree(total.value, "offre", "offres")} le <Day date={now()} /> ·{" "}
        {`${env.origin}${catalogueHref(filter)}`}
      </p>
      {loosened.length > 0 ? (
        <Notice tone="info" title="Recherche élargie">
          {loosened.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
      {stops ? (
        <Notice tone="warning" title={`Les ${offers.length} premières offres seulement`}>
          <p>
            Cette feuille s’arrête là.
            <span className="print:hidden">
              {" "}
              Ajoutez un filtre, ou{" "}
              <a
                href={catalogueHref(filter, { tri: "" }, "/api/v1/offres.xlsx")}
                rel="nofollow"
                className="text-accent underline underline-offset-4"
              >
                téléchargez-les toutes en Excel
              </a>
              .
            </span>
          </p>
        </Notice>
      ) : null}
      <div className="mb-6 flex flex-wrap gap-3 print:hidden">
        <PrintButton />
        <ButtonLink href={catalogueHref(filter)} variant="secondary">
          Revenir à la recherche
        </ButtonLink>
      </div>
      <ul
        className={
          "grid gap-x-10 gap-y-5 text-sm wrap-anywhere whitespace-pre-line sm:grid-cols-2 " +
          "print:block print:columns-2 print:gap-x-8 [&>li]:min-w-0 [&>li]:break-inside-avoid " +
          "[&>li]:border-t [&>li]:border-control [&>li]:pt-2 print:[&>li]:mb-3"
        }
      >
        {offers.map((offer) => {
          const { reference, title, where, details, mark, themes } = linesOf(offer, terms);
          return (
            // Two elements each: there are two hundred.
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
