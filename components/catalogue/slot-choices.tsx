import { FilterGroup } from "@/components/ui/filter-choices";
import { Link } from "@/components/ui/link";
import { halfDayFacet, monthFacet } from "@/lib/catalogue/facets";
import { type CatalogueFilter, catalogueHref } from "@/lib/catalogue/filter";
import { viewPaths } from "@/lib/catalogue/labels";
import type { FacetCounts } from "@/lib/catalogue/queries/counts";
import { halfDays, months } from "@/lib/offer/availability";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability-words";
import { OfferCount } from "./count";

/** When: months and half-days with their counts; single boxes of the grid are chosen in the calendar, which counts each. */
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
      {creneau.map((slot) => (
        <input key={slot} type="hidden" name="creneau" value={slot} />
      ))}
      <p className="mt-2">
        <Link href={catalogueHref(filter, { apres: "" }, viewPaths.calendar)} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          Choisir dans la grille de l’année
        </Link>
      </p>
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
