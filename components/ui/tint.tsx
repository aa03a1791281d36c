import { inFigures } from "@/lib/platform/values/french";
import { type Bounds, shadeBounds } from "@/lib/platform/values/shades";

/**
 * Ink stays readable on the darkest one, whatever the agency's colour: it covers four tenths of
 * white.
 */
export function tintOf(shade: number): { className: string; fillOpacity?: number } {
  return shade === 0
    ? { className: "fill-surface" }
    : { className: "fill-accent", fillOpacity: shade / 10 };
}

function rangeOf({ from, until }: Bounds): string {
  return from === until ? inFigures(from) : `${inFigures(from)} à ${inFigures(until)}`;
}

/** What each tint stands for. @param unit «offres», «places» */
export function TintLegend({ max, unit }: { max: number; unit: string }) {
  return (
    <ul
      aria-label={`Teintes, en ${unit}`}
      className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted"
    >
      {[{ shade: 0, from: 0, until: 0 }, ...shadeBounds(max)].map((bounds) => (
        <li key={bounds.shade} className="flex items-center gap-2">
          <svg viewBox="0 0 20 20" aria-hidden="true" className="size-4 stroke-control">
            <rect width="20" height="20" {...tintOf(bounds.shade)} />
          </svg>
          {rangeOf(bounds)}
        </li>
      ))}
      <li>{unit}</li>
    </ul>
  );
}
