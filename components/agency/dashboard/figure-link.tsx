import type { Figure } from "@/lib/agency/dashboard/figures";
import { inFigures } from "@/lib/platform/values/french";

interface Props {
  figure: Figure;
  /** What is counted, for who hears the number alone. */
  label: string;
  /** The number in other words. */
  children?: string;
}

/**
 * A number that opens the list it counts. A plain link: hundreds of them stand on a page, and none
 * is fetched ahead.
 */
export function FigureLink({ figure, label, children = inFigures(figure.value) }: Props) {
  if (figure.value === 0) return <span className="text-muted">{children}</span>;
  return (
    <a
      href={figure.href}
      aria-label={`${children} ${label}`}
      className={
        "inline-block min-w-6 py-0.5 font-semibold text-accent underline " +
        "underline-offset-4 tabular-nums"
      }
    >
      {children}
    </a>
  );
}
