import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TintLegend } from "@/components/ui/tint";
import { type CatalogueFilter, catalogueHref, wantedSlots } from "@/lib/catalogue/search/filter";
import type { Count } from "@/lib/catalogue/search/queries/counts";
import {
  days,
  halfDays,
  monthOf,
  periods,
  type Slot,
  slotNumber,
  slotOf,
} from "@/lib/offer/availability/availability";
import {
  dayLabels,
  halfDayLabel,
  monthAbbreviation,
  monthLabels,
} from "@/lib/offer/availability/availability-words";
import { monthsFromNow } from "@/lib/offer/availability/elapsed";
import { now } from "@/lib/platform/values/clock";
import { shadeOf } from "@/lib/platform/values/shades";
import { countInWords } from "./count";

const path = "/offres/calendrier";
const short = new Intl.NumberFormat("fr-FR", { notation: "compact", maximumFractionDigits: 1 });

/**
 * The half-days of the year with the offers that are open then. A cell narrows the search to its
 * half-day.
 */
export function CatalogueCalendar({
  search: { filter },
  counts,
}: {
  search: { filter: CatalogueFilter };
  counts: ReadonlyMap<number, Count>;
}) {
  const chosen = new Set<Slot>(wantedSlots(filter));
  const countOf = (slot: Slot): Count => counts.get(slotNumber(slot)) ?? { value: 0, exact: true };
  const most = Math.max(0, ...[...counts.values()].map(({ value }) => value));
  const single = new Set(filter.creneau);
  const months = monthsFromNow(
    now(),
    (month) =>
      [...filter.mois, ...filter.creneau.map(monthOf)].includes(month) ||
      halfDays.some((halfDay) => countOf(slotOf(month, halfDay)).value > 0),
  );
  const to = (slot: Slot) => {
    if (!chosen.has(slot))
      return catalogueHref(filter, { creneau: [...single, slot], apres: "" }, path);
    if (single.has(slot))
      return catalogueHref(
        filter,
        { creneau: filter.creneau.filter((other) => other !== slot), apres: "" },
        path,
      );
    // One of a whole month that goes leaves the others of it, one by one.
    return catalogueHref(
      filter,
      {
        mois: [],
        demijournee: [],
        creneau: [...chosen].filter((other) => other !== slot),
        apres: "",
      },
      path,
    );
  };
  return (
    <>
      <p className="mb-2 text-sm text-muted">
        Nombre d’offres ouvertes chaque demi-journée des mois à venir. Une case ajoute sa
        demi-journée à la recherche, ou l’en retire.
      </p>
      <ScrollRegion label="Offres ouvertes par mois et demi-journée">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">Nombre d’offres ouvertes chaque demi-journée</caption>
          <thead>
            <tr>
              <td className="sticky left-0 bg-canvas" />
              {months.map((month) => (
                <th key={month} scope="col" className="min-w-12 px-1 pb-1 font-semibold">
                  <abbr title={monthLabels[month]} className="no-underline">
                    {monthAbbreviation(month)}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.flatMap((day) =>
              periods.map((period) => (
                <tr key={`${day}-${period}`}>
                  <th
                    scope="row"
                    className="sticky left-0 whitespace-nowrap bg-canvas pr-3 text-left font-normal"
                  >
                    <span className="hidden sm:inline">{dayLabels[day]}</span>
                    <span className="sm:hidden">{dayLabels[day].slice(0, 3)}.</span>{" "}
                    {period === "am" ? "A.M" : "P.M"}
                  </th>
                  {months.map((month) => {
                    const slot = slotOf(month, `${day}-${period}`);
                    return (
                      <Cell
                        key={month}
                        href={to(slot)}
                        count={countOf(slot)}
                        shade={shadeOf(countOf(slot).value, most)}
                        chosen={chosen.has(slot)}
                        words={
                          `${monthLabels[month]}, ` + halfDayLabel(`${day}-${period}`).toLowerCase()
                        }
                      />
                    );
                  })}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollRegion>
      <TintLegend max={most} unit="offres" />
    </>
  );
}

/** Opacity in class names: the content security policy takes no style attribute. */
const shades = [
  "bg-surface",
  "bg-accent/10",
  "bg-accent/20",
  "bg-accent/30",
  "bg-accent/40",
] as const;

/** Two elements each: there are 168. What is seen is part of what is read out (WCAG 2.5.3). */
function Cell({
  href,
  count,
  shade,
  chosen,
  words,
}: {
  href: Route;
  count: Count;
  shade: number;
  chosen: boolean;
  words: string;
}) {
  const [shown, whole] = [short.format(count.value), countInWords(count)];
  return (
    <td className="border border-line bg-surface p-0 text-center">
      <Link
        href={href}
        rel="nofollow"
        scroll={false}
        aria-label={
          `${words}${chosen ? " (choisie)" : ""} : ` +
          (shown === whole ? whole : `${shown} (${whole})`)
        }
        className={
          "flex min-h-11 items-center justify-center text-ink tabular-nums hover:outline-2 " +
          `hover:outline-accent ${shades[shade] ?? "bg-surface"} ` +
          (chosen ? "font-bold outline-3 -outline-offset-3 outline-accent-strong" : "")
        }
      >
        {count.value === 0 ? "·" : shown}
      </Link>
    </td>
  );
}
