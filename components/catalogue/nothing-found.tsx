import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { catalogueHref, without } from "@/lib/catalogue/filter";
import { narrowingLabels } from "@/lib/catalogue/filter-words";
import type { Loosening } from "@/lib/catalogue/queries/loosen";
import type { CatalogueFilter } from "@/lib/catalogue/filter";
import { countInWords } from "./count";

/** Which of the filters stands in the way, and what there is without it. */
export function NothingFound({ filter, loosenings }: { filter: CatalogueFilter; loosenings: readonly Loosening[] }) {
  return (
    <EmptyState title="Aucune offre ne répond à cette recherche">
      {loosenings.length > 0 ? (
        <>
          <p className="mb-3">Sans l’un de ces filtres, il y en a :</p>
          <ul className="mx-auto mb-6 w-fit space-y-1 text-left">
            {loosenings.map(({ narrowing, count }) => (
              <li key={narrowing}>
                <Link href={catalogueHref(without(filter, narrowing))} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
                  Sans {narrowingLabels[narrowing]} : {countInWords(count)} {count.value > 1 ? "offres" : "offre"}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mb-6">Même sans l’un de ces filtres, il n’y en a aucune : retirez-en plusieurs, ou essayez un autre mot.</p>
      )}
      <ButtonLink href="/offres" variant="secondary">
        Voir toutes les offres
      </ButtonLink>
    </EmptyState>
  );
}
