import { FilterGroup } from "@/components/ui/filter-choices";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { halfDayFacet, monthFacet } from "@/lib/catalogue/facets";
import type { CatalogueFilter } from "@/lib/catalogue/filter";
import type { FacetCounts } from "@/lib/catalogue/queries/facets";
import { days, halfDays, months, periods, slotOf } from "@/lib/offer/availability";
import { dayLabels, halfDayLabel, monthLabels } from "@/lib/offer/availability-words";
import { OfferCount } from "./count";

/** When: months and half-days with their counts, or single boxes of the same grid the offerors fill in. */
export function SlotChoices({ filter, counts }: { filter: CatalogueFilter; counts: FacetCounts }) {
  const { mois, demijournee, creneau, accord } = filter;
  return (
    <FilterGroup legend="Mois et demi-journées" chosen={mois.length + demijournee.length + creneau.length} open={false}>
      <p className="mb-1 font-semibold">Mois</p>
      <ul className="grid grid-cols-2 gap-x-2">
        {months.map((month) => (
          <Box key={month} name="mois" value={String(month)} label={monthLabels[month]} checked={mois.includes(month)} note={<OfferCount count={counts.of("quand", monthFacet(month))} />} />
        ))}
      </ul>
      <p className="mb-1 mt-3 font-semibold">Demi-journées</p>
      <ul className="grid grid-cols-1">
        {halfDays.map((halfDay) => (
          <Box key={halfDay} name="demijournee" value={halfDay} label={halfDayLabel(halfDay)} checked={demijournee.includes(halfDay)} note={<OfferCount count={counts.of("quand", halfDayFacet(halfDay))} />} />
        ))}
      </ul>
      <details className="mt-3" open={creneau.length > 0}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent underline underline-offset-4">Choisir dans la grille</summary>
        <ScrollRegion label="Grille des créneaux cherchés">
          <table className="border-separate border-spacing-0 text-sm">
            <thead>
              <tr>
                <td className="sticky left-0 bg-surface" />
                {months.map((month) => (
                  <th key={month} scope="col" className="px-1 font-semibold">
                    <abbr title={monthLabels[month]} className="no-underline">
                      {monthLabels[month].slice(0, 4)}
                    </abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.flatMap((day) =>
                periods.map((period) => (
                  <tr key={`${day}-${period}`}>
                    <th scope="row" className="sticky left-0 whitespace-nowrap bg-surface pr-2 text-left font-normal">
                      {dayLabels[day].slice(0, 3)}. {period === "am" ? "A.M" : "P.M"}
                    </th>
                    {months.map((month) => {
                      const slot = slotOf(month, `${day}-${period}`);
                      return (
                        <td key={month} className="p-0 text-center">
                          <label className="flex min-h-9 min-w-9 cursor-pointer items-center justify-center hover:bg-accent-soft">
                            <input type="checkbox" name="creneau" value={slot} defaultChecked={creneau.includes(slot)} className="size-5 accent-accent" />
                            <span className="sr-only">
                              {monthLabels[month]}, {halfDayLabel(`${day}-${period}`).toLowerCase()}
                            </span>
                          </label>
                        </td>
                      );
                    })}
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
      <fieldset className="mt-3">
        <legend className="font-semibold">L’offre est ouverte</legend>
        {(["un", "tous"] as const).map((value) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="radio" name="accord" value={value} defaultChecked={accord === value} className="size-5 accent-accent" />
            {value === "un" ? "sur au moins un de ces créneaux" : "sur tous ces créneaux"}
          </label>
        ))}
      </fieldset>
    </FilterGroup>
  );
}

function Box({ name, value, label, checked, note }: { name: string; value: string; label: string; checked: boolean; note: React.ReactNode }) {
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-center gap-2 rounded px-1 hover:bg-accent-soft">
        <input type="checkbox" name={name} value={value} defaultChecked={checked} className="size-5 shrink-0 accent-accent" />
        <span className="min-w-0 flex-1">{label}</span>
        {note}
      </label>
    </li>
  );
}
