import { ScrollRegion } from "@/components/ui/scroll-region";
import {
  type Availability,
  days,
  type Month,
  monthsAlike,
  periods,
  slotOf,
} from "@/lib/offer/availability/availability";
import {
  dayLabels,
  groupInWords,
  monthAbbreviation,
} from "@/lib/offer/availability/availability-words";

const periodLabels = { am: "A.M", pm: "P.M" } as const;
/** Columns whose whole names a sheet of paper has room for. */
const wholeNames = 6;

interface Mark {
  sign: string;
  words: string;
  className: string;
}

const marks = {
  open: { sign: "✓", words: "possible", className: "bg-accent-soft font-bold text-accent-strong" },
  added: { sign: "+", words: "ajouté", className: "bg-success-soft font-bold text-success" },
  removed: { sign: "−", words: "retiré", className: "bg-danger-soft font-bold text-danger" },
} as const satisfies Record<string, Mark>;

function markOf(open: boolean, wasOpen: boolean): Mark | null {
  if (open === wasOpen) return open ? marks.open : null;
  return open ? marks.added : marks.removed;
}

/**
 * An availability as the tutorial draws it: days and half-days down, months across; those of the
 * same week share a column.
 * @param before another one: what came and what went since is marked
 */
export function WeekTable({
  availability,
  before,
}: {
  availability: Availability;
  before?: Availability;
}) {
  const groups = monthsAlike(before ? [availability, before] : [availability]);
  if (groups.length === 0) return null;
  const caption = before
    ? "Créneaux ajoutés et retirés, par mois"
    : "Demi-journées d’accueil possibles, par mois";
  const headOf = (group: readonly Month[]) =>
    groups.length > wholeNames && group.length === 1
      ? group.map(monthAbbreviation)
      : groupInWords(group);
  return (
    <ScrollRegion
      label={before ? caption : "Créneaux par mois"}
      className="print:break-inside-avoid"
    >
      <table
        className={
          "border-collapse text-sm [&_td]:border [&_td]:border-line [&_td]:px-1 " +
          "[&_td]:text-center [&_tbody_th]:pr-3 [&_tbody_th]:text-left"
        }
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td colSpan={2} className="border-0!" />
            {groups.map((group) => (
              <th
                key={group[0]}
                scope="col"
                className="min-w-20 max-w-40 p-2 print:min-w-10 print:py-1"
              >
                {headOf(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) =>
            periods.map((period) => (
              <tr key={`${day}-${period}`}>
                {period === "am" ? (
                  <th scope="rowgroup" rowSpan={2}>
                    {dayLabels[day]}
                  </th>
                ) : null}
                <th scope="row" className="py-0.5 font-normal text-muted print:py-0">
                  {periodLabels[period]}
                </th>
                {groups.map(([month = 9]) => {
                  const slot = slotOf(month, `${day}-${period}`);
                  const open = availability.includes(slot);
                  const mark = markOf(open, before ? before.includes(slot) : open);
                  return mark ? (
                    <td key={month} className={mark.className}>
                      {mark.sign}
                      <span className="sr-only"> {mark.words}</span>
                    </td>
                  ) : (
                    <td key={month} />
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
