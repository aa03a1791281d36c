import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
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
import { ArrowLinks } from "./arrow-links";
import { countInWords } from "./count";

const path = "/offres/calendrier";

/** Id of what follows the calendar. */
export const afterCalendar = "apres-calendrier";

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
  // What months and half-days of the week choose holds whatever single ones are taken away.
  const covered = new Set<Slot>(wantedSlots({ ...filter, creneau: [] }));
  const months = monthsFromNow(
    now(),
    (month) =>
      [...filter.mois, ...filter.creneau.map(monthOf)].includes(month) ||
      halfDays.some((halfDay) => countOf(slotOf(month, halfDay)).value > 0),
  );
  const isLink = (slot: Slot) => countOf(slot).value > 0 || chosen.has(slot);
  // The half-day that the name of its month hangs on.
  const headOf = new Map(
    months.map((month) => {
      const slots = halfDays.map((halfDay) => slotOf(month, halfDay));
      return [month, slots.find(isLink) ?? slots[0]];
    }),
  );
  const to = (slot: Slot) => {
    if (!chosen.has(slot))
      return catalogueHref(filter, { creneau: [...single, slot], apres: "" }, path);
    if (!covered.has(slot))
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
        // «All of» a month alone is some half-day of it, of single ones it would be each.
        accord: filter.mois.length > 0 && filter.demijournee.length > 0 ? filter.accord : "un",
        apres: "",
      },
      path,
    );
  };
  return (
    <>
      <p className="mb-2 text-sm text-muted">
        Nombre d’offres ouvertes chaque demi-journée des mois à venir, d’autant plus marqué qu’il
        est grand ; une case vide n’en a aucune. Une case ajoute sa demi-journée à la recherche, ou
        l’en retire.
      </p>
      <a href={`#${afterCalendar}`} className={skipClass}>
        Passer le calendrier
      </a>
      <ScrollRegion
        label="Offres ouvertes par mois et demi-journée"
        isStop={most === 0}
        className="@container"
      >
        <ArrowLinks columns={months.length}>
          {days.map((day) => (
            <li
              key={day}
              data-am={`${dayLabels[day]} A.M`}
              data-pm={`${dayLabels[day]} P.M`}
              className="calendar-day"
            >
              {periods.flatMap((period) =>
                months.map((month, column) => {
                  const slot = slotOf(month, `${day}-${period}`);
                  const count = countOf(slot);
                  const place = {
                    "data-column": column,
                    "data-period": period,
                    "data-head": headOf.get(month) === slot ? monthAbbreviation(month) : undefined,
                  };
                  if (!isLink(slot))
                    return place["data-head"] ? (
                      <span key={slot} {...place} className="flex justify-center" />
                    ) : null;
                  return (
                    <Cell
                      key={slot}
                      href={to(slot)}
                      count={count}
                      place={place}
                      shade={shadeOf(count.value, most)}
                      chosen={chosen.has(slot)}
                      words={
                        `${monthLabels[month]}, ` + halfDayLabel(`${day}-${period}`).toLowerCase()
                      }
                    />
                  );
                }),
              )}
            </li>
          ))}
        </ArrowLinks>
      </ScrollRegion>
    </>
  );
}

const skipClass =
  "sr-only bg-surface font-semibold text-accent focus:not-sr-only focus:inline-flex " +
  "focus:min-h-11 focus:items-center focus:px-3 focus:py-2";

/** Opacity in class names: the content security policy takes no style attribute. */
const shades = [
  "bg-surface",
  "bg-accent/10",
  "bg-accent/20",
  "bg-accent/30",
  "bg-accent/40",
] as const;

/** One element each: there are 168. What is seen is part of what is read out (WCAG 2.5.3). */
function Cell({
  href,
  count,
  place,
  shade,
  chosen,
  words,
}: {
  href: Route;
  count: Count;
  /** Where it stands, as catalogue.css reads it. */
  place: Readonly<Record<`data-${string}`, string | number | undefined>>;
  shade: number;
  chosen: boolean;
  words: string;
}) {
  const [shown, whole] = [short.format(count.value), countInWords(count)];
  return (
    <Link
      href={href}
      rel="nofollow"
      scroll={false}
      {...place}
      aria-label={
        `${words}${chosen ? " (choisie)" : ""} : ` +
        (shown === whole ? whole : `${shown} (${whole})`)
      }
      className={
        "flex min-h-11 items-center justify-center text-ink tabular-nums hover:outline-2 " +
        `-outline-offset-2 hover:outline-accent ${shades[shade] ?? "bg-surface"} ` +
        (chosen ? "font-bold outline-3 -outline-offset-3 outline-accent-strong" : "")
      }
    >
      {shown}
    </Link>
  );
}
