import type { ReactNode } from "react";

interface Props {
  /** Unique on its page. */
  id: string;
  title: string;
  /** What one sees at a glance, for who does not see it. */
  summary: string;
  width: number;
  height: number;
  children: ReactNode;
}

/**
 * A picture of numbers, drawn on the server. Its numbers stand beside it as a table, where each
 * opens its list.
 */
export function Plot({ id, title, summary, width, height, children }: Props) {
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-summary`}
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto w-full fill-ink"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      {children}
    </svg>
  );
}

/** The numbers of a plot, opened at will. Paper has them in the picture. */
export function PlotTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-4 print:hidden">
      <summary className="min-h-11 py-2.5 font-semibold text-accent">
        Ouvrir les listes : les mêmes chiffres en tableau<span className="sr-only">, {title}</span>
      </summary>
      {children}
    </details>
  );
}
