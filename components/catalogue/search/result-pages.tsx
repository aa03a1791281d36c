import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { ranked } from "@/lib/catalogue/search/filter";
import type { Count } from "@/lib/catalogue/search/queries/counts";
import { countInWords, rangeInWords } from "./count";

/** The way from one page of what a search finds to those beside it. */
export function ResultPages({
  apres,
  page,
  previous,
  total,
  endsEarly,
  to,
  className,
}: {
  /** Where this page starts, as its address says it; likewise `previous`. */
  apres: string;
  page: { next: string | null; before: number; offers: readonly unknown[] };
  previous: string | null;
  total: Count;
  endsEarly: boolean;
  to: (apres: string) => Route;
  className: string;
}) {
  return (
    <>
      {endsEarly ? (
        <p className="mt-6 max-w-text text-muted">
          Seules les {ranked} offres les plus récentes sont classées par pertinence. Pour voir les
          autres, ajoutez un filtre ou choisissez un autre ordre.
        </p>
      ) : null}
      {page.next || apres ? (
        <nav aria-label="Pages" className={`flex flex-wrap items-center gap-3 ${className}`}>
          {previous === null ? null : (
            <ButtonLink href={to(previous)} variant="secondary">
              Offres précédentes
            </ButtonLink>
          )}
          {apres !== "" && previous !== "" ? (
            <ButtonLink href={to("")} variant="quiet">
              Revenir aux premières
            </ButtonLink>
          ) : null}
          <span className="tabular-nums">
            {rangeInWords(page)} sur {countInWords(total)}
          </span>
          {page.next ? (
            <ButtonLink href={to(page.next)} variant="secondary">
              Offres suivantes
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
