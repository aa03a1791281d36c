import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { catalogueHref, hasFilter, radii, without } from "@/lib/catalogue/search/filter";
import { filterNameLabels } from "@/lib/catalogue/search/filter-words";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import { activeFilterNames } from "@/lib/catalogue/search/queries/conditions";
import type { Relaxation } from "@/lib/catalogue/search/queries/relaxations";
import { isPlaceUnknown, type Understood } from "@/lib/catalogue/search/queries/resolve";
import { agree } from "@/lib/platform/values/french";
import { AlertButton } from "./alert-button";
import { countInWords } from "./count";

/**
 * Which of the filters stands in the way, and what there is without it. @param path of the side of
 * the catalogue that is shown
 */
export function NothingFound({
  search,
  loosenings,
  path,
}: Pick<Understood, "search"> & { loosenings: readonly Relaxation[]; path: ViewPath }) {
  const { filter, place } = search;
  // Without one of them, or two, there is none either: nothing is published.
  const isAll = loosenings.length === 0 && activeFilterNames(search).length <= 2;
  const wider = place ? radii.find((radius) => radius > filter.rayon) : undefined;
  return (
    <EmptyState
      title={
        isAll
          ? "Aucune offre n’est publiée pour l’instant"
          : "Aucune offre ne répond à cette recherche"
      }
    >
      {isAll ? (
        <p className="mb-6">
          Une alerte vous écrit dès qu’une offre qui vous intéresse est publiée.
        </p>
      ) : loosenings.length > 0 ? (
        <>
          <p className="mb-3">
            {agree(
              loosenings[0]?.narrowings.length ?? 1,
              "Sans l’un de ces filtres, il y en a :",
              "Il faut retirer deux de ces filtres :",
            )}
          </p>
          <ul className="mx-auto mb-6 w-fit space-y-1 text-left">
            {loosenings.map(({ narrowings, offers, more }) => (
              <li key={narrowings.join()}>
                <Link
                  href={catalogueHref(narrowings.reduce(without, filter), {}, path)}
                  className={
                    "inline-flex min-h-11 items-center text-accent underline " +
                    "underline-offset-4"
                  }
                >
                  Sans {narrowings.map((name) => filterNameLabels[name]).join(" ni ")} :{" "}
                  {more ? "plus de " : ""}
                  {countInWords({ value: offers, exact: true })} {agree(offers, "offre", "offres")}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mb-6">
          Retirer un ou deux filtres n’y suffit pas : retirez-en davantage
          {hasFilter(filter, "q") ? ", ou essayez un autre mot" : ""}.
        </p>
      )}
      {wider ? (
        <p className="mb-6">
          <Link
            href={catalogueHref(filter, { rayon: wider, apres: "" }, path)}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Chercher à {wider} km autour
          </Link>
        </p>
      ) : null}
      <p className="flex flex-wrap justify-center gap-3">
        {isPlaceUnknown({ search }) ? null : <AlertButton asked={filter} />}
        {isAll ? null : (
          <ButtonLink href={path} variant="secondary">
            Voir toutes les offres
          </ButtonLink>
        )}
      </p>
    </EmptyState>
  );
}
