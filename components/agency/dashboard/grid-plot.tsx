import { ScrollRegion } from "@/components/ui/scroll-region";
import { TintLegend, tintOf } from "@/components/ui/tint";
import type { Figure } from "@/lib/agency/dashboard/figures";
import { inFigures } from "@/lib/platform/values/french";
import { shadeOf } from "@/lib/platform/values/shades";
import { FigureLink } from "./figure-link";
import { FigureTable } from "./figure-table";
import { Plot, PlotTable } from "./plot";

interface Props {
  id: string;
  title: string;
  /** Heads the names of the rows. */
  corner: string;
  columns: readonly string[];
  rows: readonly { key: string; name: string; offers: readonly Figure[] }[];
  /**
   * Room for the names of the rows, and for those of the columns, which lean where they are long.
   */
  nameWidth: number;
  headHeight: number;
}

const cellWidth = 46;
const cellHeight = 26;

/** Numbers of offers at the crossing of two lists: the darker, the more. */
export function GridPlot({ id, title, corner, columns, rows, nameWidth, headHeight }: Props) {
  const max = Math.max(0, ...rows.flatMap(({ offers }) => offers.map(({ value }) => value)));
  const leaning = headHeight > cellHeight;
  const [width, height] = [
    nameWidth + columns.length * cellWidth + (leaning ? headHeight / 2 : 0),
    headHeight + rows.length * cellHeight + 1,
  ];
  return (
    <figure>
      <ScrollRegion label={title}>
        <div className="min-w-[44rem] print:min-w-0">
          <Plot
            id={id}
            title={title}
            summary={summaryOf(columns, rows, max)}
            width={width}
            height={height}
          >
            {columns.map((column, index) => {
              const [x, y] = [nameWidth + index * cellWidth + cellWidth / 2, headHeight - 8];
              return (
                <text
                  key={column}
                  x={x}
                  y={y}
                  fontSize="13"
                  textAnchor={leaning ? "start" : "middle"}
                  transform={leaning ? `rotate(-50 ${x} ${y})` : undefined}
                >
                  {column}
                </text>
              );
            })}
            {rows.map((row, line) => (
              <g key={row.key} transform={`translate(0 ${headHeight + line * cellHeight})`}>
                <text x={nameWidth - 8} y={cellHeight / 2 + 4.5} fontSize="13" textAnchor="end">
                  {row.name}
                </text>
                {row.offers.map(({ value }, index) => (
                  <g
                    key={columns[index]}
                    transform={`translate(${nameWidth + index * cellWidth} 0)`}
                  >
                    <g className="stroke-line">
                      <rect
                        width={cellWidth}
                        height={cellHeight}
                        {...tintOf(shadeOf(value, max))}
                      />
                    </g>
                    {value > 0 ? (
                      <text
                        x={cellWidth / 2}
                        y={cellHeight / 2 + 4.5}
                        fontSize="13"
                        textAnchor="middle"
                      >
                        {inFigures(value)}
                      </text>
                    ) : null}
                  </g>
                ))}
              </g>
            ))}
          </Plot>
        </div>
      </ScrollRegion>
      <TintLegend max={max} unit="offres" />
      <PlotTable title={title}>
        <FigureTable
          caption={`${title}, en nombre d’offres`}
          corner={corner}
          columns={columns}
          rows={rows.map((row) => ({
            key: row.key,
            head: row.name,
            cells: row.offers.map((figure, index) => (
              <FigureLink
                key={columns[index]}
                figure={figure}
                label={`offres, ${row.name}, ${columns[index]}`}
              />
            )),
          }))}
        />
      </PlotTable>
    </figure>
  );
}

/** The largest numbers, in words; the table has them all. */
function summaryOf(columns: Props["columns"], rows: Props["rows"], max: number): string {
  if (max === 0) return "Aucune offre.";
  const largest = rows
    .flatMap(({ name, offers }) =>
      offers.map(({ value }, index) => ({
        value,
        words: `${name}, ${columns[index]} : ${inFigures(value)}`,
      })),
    )
    .sort((a, b) => b.value - a.value)
    .slice(0, 3);
  return (
    `Les plus grands nombres d’offres : ${largest.map(({ words }) => words).join(" ; ")}. ` +
    "Le tableau qui suit donne tous les nombres."
  );
}
