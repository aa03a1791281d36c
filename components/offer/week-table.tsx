import { ScrollRegion } from "@/components/ui/scroll-region";
import { type Availability, days, halfDaysOf, monthsOf, periods, slotOf } from "@/lib/offer/availability";
import { dayLabels, monthLabels } from "@/lib/offer/availability-words";

const periodLabels = { am: "A.M", pm: "P.M" } as const;

/** An availability as the tutorial draws it: days and half-days down, months across. */
export function WeekTable({ availability }: { availability: Availability }) {
  const months = monthsOf(availability);
  if (months.length === 0) return null;
  return (
    <ScrollRegion label="Créneaux par mois">
      <table className="border-collapse text-sm">
        <caption className="sr-only">Demi-journées d’accueil possibles, par mois</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="p-2 text-left">
              Semaine
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className="min-w-20 p-2">
                {monthLabels[month]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) =>
            periods.map((period) => (
              <tr key={`${day}-${period}`} className={period === "am" ? "border-t border-line" : ""}>
                {period === "am" ? (
                  <th scope="rowgroup" rowSpan={2} className="p-2 pr-4 text-left align-middle">
                    {dayLabels[day]}
                  </th>
                ) : null}
                <th scope="row" className="p-1 pr-3 text-left font-normal text-muted">
                  {periodLabels[period]}
                </th>
                {months.map((month) => {
                  const open = halfDaysOf(availability, month).includes(`${day}-${period}`);
                  return (
                    <td key={slotOf(month, `${day}-${period}`)} className={`p-1 text-center ${open ? "bg-accent-soft font-bold text-accent-strong" : "text-muted"}`}>
                      <span aria-hidden="true">{open ? "✓" : "·"}</span>
                      <span className="sr-only">{open ? "possible" : "non"}</span>
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
