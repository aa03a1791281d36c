import type { ReactNode } from "react";
import { ShortlistLink } from "@/components/catalogue/shortlist/shortlist-link";
import { Page } from "@/components/ui/layout";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { unfoldedParameter } from "@/components/ui/unfolded";
import {
  catalogueHref,
  filterQuery,
  isSearchCut,
  misreadPlaces,
  misreadRadius,
} from "@/lib/catalogue/search/filter";
import {
  type CatalogueView,
  radiusInWords,
  viewLabels,
  viewPaths,
} from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { relaxationsOf } from "@/lib/catalogue/search/queries/relaxations";
import { agree, quoted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { textFor } from "@/lib/reference/text/queries";
import { ActiveFilters } from "./active-filters";
import { CatalogueFilters } from "./catalogue-filters";
import { countInWords, elapsedInWords, rangeInWords } from "./count";
import { FilterForm } from "./filter-form";
import { NothingFound } from "./nothing-found";
import { resultsId } from "./results-id";
import { SearchTools } from "./search-tools";
import { UnderstoodNotice } from "./understood-notice";

interface CatalogueFrameProps {
  found: Catalogue;
  /** The address, for what is said where it was typed. */
  query: Awaited<SearchParams>;
  view: CatalogueView;
  children: ReactNode;
}

/**
 * What every side of the catalogue has: its filters, how many offers they find, and the other sides
 * of the same search.
 */
export async function CatalogueFrame({ found, query, view, children }: CatalogueFrameProps) {
  const { search, counts, page, isEmpty } = found;
  const { filter } = search;
  const misread = misreadPlaces(query);
  return (
    <Page wide>
      <h1 className="text-xl font-bold tracking-tight sm:text-2xl">Offres de stage</h1>
      <p
        className={
          "mb-3 max-w-text text-muted max-sm:line-clamp-2 max-sm:text-sm lg:mb-4 print:mb-5"
        }
      >
        {await textFor("catalogueLead")}
      </p>
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 lg:grid-cols-[17rem_minmax(0,1fr)] " +
          // What a choice unfolds beside the results does not scroll the page.
          "2xl:grid-cols-[20rem_minmax(0,1fr)] [overflow-anchor:none]"
        }
      >
        <FilterForm search={filterQuery(filter, { q: found.typed })}>
          <CatalogueFilters
            found={found}
            misread={misread}
            unfolded={String(query[unfoldedParameter] ?? "")}
            path={viewPaths[view]}
          />
        </FilterForm>
        <section aria-labelledby={resultsId} className="min-w-0">
          <Tabs
            label="Présentation des offres"
            tabs={(Object.keys(viewPaths) as CatalogueView[]).map((key) => ({
              key,
              href: catalogueHref(filter, { apres: "" }, viewPaths[key]),
              label: viewLabels[key],
              current: key === view,
            }))}
          />
          <div className="mb-1 flex flex-wrap items-center justify-between gap-x-6">
            <h2
              id={resultsId}
              tabIndex={-1}
              aria-live="polite"
              // Paper has no links to the other pages.
              data-printed={
                view === "list" && page.before === 0 && page.next !== null
                  ? ` : offres 1 à ${page.offers.length}`
                  : undefined
              }
              className="scroll-mt-4 text-lg font-semibold print:after:content-[attr(data-printed)]"
            >
              {isEmpty
                ? "Aucune offre trouvée"
                : `${counts.total.exact ? "" : "Environ "}${countInWords({ ...counts.total, exact: true })} ` +
                  agree(counts.total.value, "offre trouvée", "offres trouvées") +
                  (page.before > 0 ? ` : ${rangeInWords(page)}` : "")}
            </h2>
            <ShortlistLink />
          </div>
          {counts.elapsed.value > 0 ? (
            <p className="-mt-1 mb-2 text-sm text-muted">{elapsedInWords(counts)}</p>
          ) : null}
          {misread === null ? null : (
            <Notice tone="warning" title={`${quoted(misread)} n’est pas un nombre de places`}>
              <p>
                La recherche n’en tient pas compte.{" "}
                <a href="#places" className="text-accent underline underline-offset-4">
                  Corriger
                </a>
              </p>
            </Notice>
          )}
          {misreadRadius(query) === null || filter.lieu === "" ? null : (
            <Notice
              tone="warning"
              title={`${quoted(misreadRadius(query) ?? "")} n’est pas un rayon proposé`}
            >
              <p>
                La recherche se fait ainsi : {radiusInWords(filter.rayon)}.{" "}
                <a href="#rayon" className="text-accent underline underline-offset-4">
                  Choisir un rayon
                </a>
              </p>
            </Notice>
          )}
          <ActiveFilters found={found} path={viewPaths[view]} />
          <UnderstoodNotice found={found} isCut={isSearchCut(query)} path={viewPaths[view]} />
          {isEmpty ? (
            <NothingFound
              search={search}
              loosenings={await relaxationsOf(search)}
              path={viewPaths[view]}
            />
          ) : (
            children
          )}
          <SearchTools found={found} path={viewPaths[view]} />
        </section>
      </div>
    </Page>
  );
}
