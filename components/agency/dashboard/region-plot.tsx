import { TintLegend, tintOf } from "@/components/ui/tint";
import type { Dashboard } from "@/lib/agency/dashboard/figures";
import { inFigures } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import type { RegionMap } from "@/lib/reference/commune/region-map";
import { FigureLink } from "./figure-link";
import { FigureTable } from "./figure-table";
import { Plot } from "./plot";

type Part = "offers" | "places";

const titles: Record<Part, string> = {
  offers: "Offres par département",
  places: "Places par département",
};
const units: Record<Part, string> = { offers: "offres", places: "places" };

/** Below this there is no room for a number in a shape; the table has it. */
const smallest = 13;

interface Props {
  map: RegionMap;
  departments: Dashboard["departments"];
  /** The department that the rest of the page is about. */
  chosen: string;
  addressOf: (department: string) => string;
}

/**
 * Two maps of the region, and their numbers; the name of a department brings the whole page to it.
 */
export function RegionPlot({ map, departments, chosen, addressOf }: Props) {
  return (
    <>
      <div className="grid gap-8 sm:grid-cols-2">
        {(["offers", "places"] as const).map((part) => (
          <RegionPicture
            key={part}
            part={part}
            map={map}
            departments={departments}
            chosen={chosen}
          />
        ))}
      </div>
      <div className="mt-4">
        <FigureTable
          caption="Offres et places par département"
          corner="Département"
          columns={["Offres", "Places"]}
          rows={departments.map(({ code, name, offers, places }) => ({
            key: code,
            head: (
              <a
                href={addressOf(code)}
                aria-current={code === chosen ? "true" : undefined}
                className={
                  "inline-block py-0.5 text-accent underline underline-offset-4 " +
                  "aria-[current=true]:font-bold"
                }
              >
                {name}
              </a>
            ),
            cells: [
              <FigureLink key="offers" figure={offers} label={`offres, ${name}`} />,
              <FigureLink key="places" figure={places} label={`places, ${name}`} />,
            ],
          }))}
        />
      </div>
    </>
  );
}

function RegionPicture({
  part,
  map,
  departments,
  chosen,
}: Omit<Props, "addressOf"> & { part: Part }) {
  const values = new Map(
    departments.map((department) => [department.code, department[part].value]),
  );
  const max = Math.max(0, ...map.shapes.map(({ code }) => values.get(code) ?? 0));
  const summary = departments
    .map((department) => `${department.name} : ${inFigures(department[part].value)}`)
    .join(" ; ");
  return (
    <figure>
      <figcaption className="mb-2 font-semibold">{titles[part]}</figcaption>
      <Plot
        id={`region-${part}`}
        title={titles[part]}
        summary={summary}
        width={map.width}
        height={map.height}
      >
        {map.shapes.map(({ code, path }) => (
          <g
            key={code}
            className="stroke-muted"
            strokeWidth={code === chosen ? 4 : 1}
            strokeLinejoin="round"
          >
            <path d={path} className="fill-surface" />
            <path d={path} {...tintOf(shadeOf(values.get(code) ?? 0, max))} />
          </g>
        ))}
        {map.shapes
          .filter(({ room }) => room >= smallest)
          .map(({ code, label }) => (
            <text key={code} x={label.x} y={label.y} textAnchor="middle" fontSize="15">
              <tspan x={label.x} dy="-0.15em" fontSize="12">
                {code}
              </tspan>
              <tspan x={label.x} dy="1.1em" fontWeight="bold">
                {inFigures(values.get(code) ?? 0)}
              </tspan>
            </text>
          ))}
      </Plot>
      <TintLegend max={max} unit={units[part]} />
    </figure>
  );
}
