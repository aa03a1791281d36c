import { ChoiceBoxes } from "@/components/ui/choice-boxes";
import { FilterGroup } from "@/components/ui/filter-choices";
import { Link } from "@/components/ui/link";
import { type CatalogueFilter, catalogueHref } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { FacetCounts } from "@/lib/catalogue/search/queries/counts";
import { halfDays } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";
import { monthsFromNow } from "@/lib/offer/availability/elapsed";
import { halfDayFacet, monthFacet } from "@/lib/offer/projection/facets";
import { now } from "@/lib/platform/values/clock";
import { countOfOffers } from "./count";

// As many columns as hold «Septembre ≈ 12 400» on one line.
const columns = "grid grid-cols-[repeat(auto-fill,minmax(min(100%,12.5rem),1fr))] gap-x-4";

/**
 * When: months and half-days with their counts; single boxes of the grid are chosen in the
 * calendar, which counts each.
 */
export function SlotChoices({ filter, counts }: { filter: CatalogueFilter; counts: FacetCounts }) {
  const { mois, demijournee, creneau, accord } = filter;
  const months = monthsFromNow(
    now(),
    (month) => mois.includes(month) || counts.of("quand", monthFacet(month)).value > 0,
  );
  const beside = (facet: number) => countOfOffers(counts.of("quand", facet));
  return (
    <FilterGroup
      name="quand"
      legend="Mois et demi-journées"
      chosen={mois.length + demijournee.length + creneau.length}
    >
      <p className="mb-1 font-semibold">Mois</p>
      <ChoiceBoxes
        name="mois"
        chosen={mois.map(String)}
        className={columns}
        choices={months.map((month) => ({
          value: String(month),
          label: monthLabels[month],
          note: beside(monthFacet(month)),
        }))}
      />
      <p className="mb-1 mt-3 font-semibold">Demi-journées</p>
      <ChoiceBoxes
        name="demijournee"
        chosen={demijournee}
        choices={halfDays.map((halfDay) => ({
          value: halfDay,
          label: halfDayLabel(halfDay),
          note: beside(halfDayFacet(halfDay)),
        }))}
      />
      {creneau.map((slot) => (
        <input key={slot} type="hidden" name="creneau" value={slot} />
      ))}
      <p className="mt-2">
        <Link
          href={catalogueHref(filter, { apres: "" }, viewPaths.calendar)}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Choisir dans la grille de l’année
        </Link>
      </p>
      <fieldset className="mt-3">
        <legend className="font-semibold">L’offre est ouverte</legend>
        {(["un", "tous"] as const).map((value) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="accord"
              value={value}
              defaultChecked={accord === value}
              className="size-5 shrink-0 accent-accent"
            />
            {value === "un" ? "sur au moins un de ces créneaux" : "sur tous ces créneaux"}
          </label>
        ))}
      </fieldset>
    </FilterGroup>
  );
}
