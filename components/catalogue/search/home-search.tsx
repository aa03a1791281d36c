import { Button } from "@/components/ui/button";
import { FilterField, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { FacetCounts } from "@/lib/catalogue/search/queries/counts";
import { monthLabels } from "@/lib/offer/availability/availability-words";
import { monthsFromNow } from "@/lib/offer/availability/elapsed";
import { monthFacet } from "@/lib/offer/projection/facets";
import { now } from "@/lib/platform/values/clock";
import { HomePlace } from "./home-place";

/** The beginning of a search, as the catalogue reads it: words, a place, a month. */
export function HomeSearch({ counts }: { counts: FacetCounts }) {
  const months = monthsFromNow(now(), (month) => counts.of("quand", monthFacet(month)).value > 0);
  return (
    <search className="print:hidden">
      <form
        action="/offres"
        className="grid grid-cols-[minmax(0,1fr)] items-end gap-4 sm:grid-cols-2"
      >
        <div className="sm:col-span-2">
          <FilterText name="q" label="Mots ou référence" value="" />
        </div>
        <FilterField name="lieu" label="Commune ou code postal">
          <HomePlace />
        </FilterField>
        <FilterSelect
          name="mois"
          label="Mois"
          value=""
          all="Toute l’année"
          choices={months.map((month) => ({ value: String(month), label: monthLabels[month] }))}
        />
        <Button className="sm:col-span-2 sm:justify-self-start">Chercher une offre</Button>
      </form>
    </search>
  );
}
