import { Link } from "@/components/ui/link";
import { tintOf } from "@/components/ui/tint";
import { catalogueFilterSchema, catalogueHref } from "@/lib/catalogue/search/filter";
import type { FacetCounts } from "@/lib/catalogue/search/queries/counts";
import { departmentFacet } from "@/lib/offer/projection/facets";
import { agree } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import { departmentName } from "@/lib/reference/commune/departments";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { outlineOf } from "@/lib/reference/commune/region-map";
import { countInWords, countOfOffers } from "./count";

const whole = catalogueFilterSchema.parse({});

/** The region with the offers of each department. The list says what the picture shows. */
export function RegionFigures({ counts }: { counts: FacetCounts }) {
  const map = mapOfRegion();
  const departments = map.shapes.map((shape) => ({
    ...shape,
    name: departmentName(shape.code),
    href: catalogueHref(whole, { departement: [shape.code] }),
    count: counts.of("departement", departmentFacet(shape.code)),
  }));
  const most = Math.max(0, ...departments.map(({ count }) => count.value));
  return (
    <section aria-labelledby="region">
      <h2 id="region" className="mb-2 text-xl font-bold">
        {countInWords(counts.total)}{" "}
        {agree(counts.total.value, "offre dans la région", "offres dans la région")}
      </h2>
      <svg
        viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`}
        aria-hidden="true"
        strokeLinejoin="round"
        className="mx-auto block max-h-96 w-full fill-ink"
      >
        {departments.map(({ code, href, count, label, room }) => (
          <a key={code} href={href} tabIndex={-1} className="group">
            <use
              href={outlineOf(code)}
              {...tintOf(shadeOf(count.value, most))}
              className={
                `${tintOf(shadeOf(count.value, most)).className} stroke-muted ` +
                "group-hover:stroke-accent-strong group-hover:stroke-3"
              }
            />
            {room < smallest ? null : (
              <text
                x={label.x}
                y={label.y}
                dy="0.35em"
                textAnchor="middle"
                fontSize="18"
                fontWeight="bold"
              >
                {countOfOffers(count)}
              </text>
            )}
          </a>
        ))}
      </svg>
      <ul className="mt-3 grid grid-cols-2 gap-x-6 sm:grid-cols-3 lg:grid-cols-2">
        {departments.map(({ code, name, href, count }) => (
          <li key={code}>
            <Link
              href={href}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {name} : {countInWords(count)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Below this there is no room for a number in a shape (`roomiest`). */
const smallest = 13;
