import { comparedParts, type Dashboard } from "@/lib/agency/dashboard/figures";
import { comparedInWords, comparedPartLabels } from "@/lib/agency/dashboard/words";
import { inFigures } from "@/lib/platform/values/french";
import { FigureLink } from "./figure-link";
import { FigureTable } from "./figure-table";
import { Plot } from "./plot";

const title = "La campagne et la précédente";
const [width, head, line, numberWidth] = [420, 30, 22, 60];

/** Each number of a campaign beside the same of the campaign before, as bars and as a table. */
export function ComparisonPlot({ comparison }: { comparison: Dashboard["comparison"] }) {
  const names = comparison.map(comparedInWords);
  return (
    <figure>
      <div className="mb-4 grid gap-6 sm:grid-cols-2">
        {comparedParts.map((part) => {
          const values = comparison.map(({ figures }) => figures[part].value);
          const max = Math.max(1, ...values);
          return (
            <Plot
              key={part}
              id={`comparison-${part}`}
              title={comparedPartLabels[part]}
              summary={names
                .map((name, index) => `${name} : ${inFigures(values[index] ?? 0)}`)
                .join(" ; ")}
              width={width}
              height={head + 2 * line * comparison.length}
            >
              <text y="20" fontSize="17" fontWeight="bold">
                {comparedPartLabels[part]}
              </text>
              {values.map((value, index) => {
                const length = ((width - numberWidth) * value) / max;
                return (
                  <g key={names[index]} transform={`translate(0 ${head + 2 * line * index})`}>
                    <text y="16" fontSize="14" className="fill-muted">
                      {names[index]}
                    </text>
                    <rect
                      y="22"
                      width={length}
                      height={line - 4}
                      className="fill-accent"
                      fillOpacity={index === 0 ? 1 : 0.4}
                    />
                    <text x={length + 8} y="36" fontSize="15" fontWeight="bold">
                      {inFigures(value)}
                    </text>
                  </g>
                );
              })}
            </Plot>
          );
        })}
      </div>
      <FigureTable
        caption={`${title} : le tableau`}
        corner="Ce qui est compté"
        columns={names}
        rows={comparedParts.map((part) => ({
          key: part,
          head: comparedPartLabels[part],
          cells: comparison.map(({ figures }, index) => (
            <FigureLink
              key={names[index]}
              figure={figures[part]}
              label={`${comparedPartLabels[part]}, ${names[index]}`}
            />
          )),
        }))}
      />
    </figure>
  );
}
