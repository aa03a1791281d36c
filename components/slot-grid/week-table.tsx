import { ScrollRegion } from "@/components/ui/scroll-region";
import {
  type Availability,
  days,
  monthsOf,
  periods,
  slotOf,
  union,
} from "@/lib/offer/availability/availability";
import {
  dayLabels,
  monthAbbreviation,
  monthLabels,
} from "@/lib/offer/availability/availability-words";

const periodLabels = { am: "A.M", pm: "P.M" } as const;

interface Mark {
  sign: string;
  words: string;
  className: string;
}

const marks = {
  open: { sign: "✓", words: "possible", className: "bg-accent-soft font-bold text-accent-strong" },
  closed: { sign: "·", words: "non", className: "text-muted" },
  added: { sign: "+", words: "ajouté", className: "bg-success-soft font-bold text-success" },
  removed: { sign: "−", words: "retiré", className: "bg-danger-soft font-bold text-danger" },
} as const satisfies Record<string, Mark>;

function markOf(open: boolean, wasOpen: boolean): Mark {
  if (open === wasOpen) return open ? marks.open : marks.closed;
  return open ? marks.added : marks.removed;
}

/**
 * An availability as the tutorial draws it: days and half-days down, months across.
 * @param before another one: what came and what went since is marked
 */
export function WeekTable({
  availability,
  before,
}: {
  availability: Availability;
  before?: Availability;
}) {
  const months = monthsOf(before ? union(availability, before) : availability);
  if (months.length === 0) return null;
  const caption = before
    ? "Créneaux ajoutés et retirés, par mois"
    : "Demi-journées d’accueil possibles, par mois";
  return (
    <ScrollRegion
      label={before ? caption : "Créneaux par mois"}
      className="print:break-inside-avoid"
    >
      <table className="border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="p-2 text-left">
              Semaine
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className="min-w-20 p-2 print:min-w-10 print:px-1">
                <span className="print:hidden">{monthLabels[month]}</span>
                {/* Twelve whole names are wider than a sheet. */}
                <span className="hidden print:inline">{monthAbbreviation(month)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) =>
            periods.map((period) => (
              <tr
                key={`${day}-${period}`}
                className={period === "am" ? "border-t border-line" : ""}
              >
                {period === "am" ? (
                  <th
                    scope="rowgroup"
                    rowSpan={2}
                    className="p-2 pr-4 text-left align-middle print:py-0"
                  >
                    {dayLabels[day]}
                  </th>
                ) : null}
                <th scope="row" className="p-1 pr-3 text-left font-normal text-muted print:py-0">
                  {periodLabels[period]}
                </th>
                {months.map((month) => {
                  const slot = slotOf(month, `${day}-${period}`);
                  const open = availability.includes(slot);
                  const { sign, words, className } = markOf(
                    open,
                    before ? before.includes(slot) : open,
                  );
                  return (
                    <td key={slot} className={`p-1 text-center print:py-0 ${className}`}>
                      <span aria-hidden="true">{sign}</span>
                      <span className="sr-only">{words}</span>
                    </td>
                  );
                })}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
