import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Dashboard } from "@/lib/agency/dashboard/figures";
import { columnsIn, ticks } from "@/lib/agency/dashboard/rules";
import { monthInWords } from "@/lib/agency/dashboard/words";
import { inFigures } from "@/lib/platform/values/french";
import { FigureLink } from "./figure-link";
import { FigureTable } from "./figure-table";
import { Plot, PlotTable } from "./plot";

const title = "Offres soumises et validées, mois par mois";
const [width, height] = [720, 280];
const area = { x: 44, y: 20, width: width - 48, height: height - 52 };

/** Two columns a month: plain for what came, striped for what was approved. */
export function TimelinePlot({ timeline }: { timeline: Dashboard["timeline"] }) {
  const groups = timeline.map(({ submitted, approved }) => [submitted.value, approved.value]);
  const scale = ticks(Math.max(0, ...groups.flat()));
  const top = scale.at(-1) ?? 1;
  const summary = timeline
    .map(
      ({ month, submitted, approved }) =>
        `${monthInWords(month)} : ${submitted.value} soumises, ${approved.value} validées`,
    )
    .join(" ; ");
  return (
    <figure>
      <ScrollRegion label={title}>
        <div className="min-w-[36rem] print:min-w-0">
          <Plot id="timeline" title={title} summary={summary} width={width} height={height}>
            <Stripes />
            {scale.map((value) => {
              const y = area.y + area.height * (1 - value / top);
              return (
                <g key={value}>
                  <line
                    x1={area.x}
                    x2={area.x + area.width}
                    y1={y}
                    y2={y}
                    className={value === 0 ? "stroke-control" : "stroke-line"}
                  />
                  <text
                    x={area.x - 8}
                    y={y + 4.5}
                    fontSize="12"
                    textAnchor="end"
                    className="fill-muted"
                  >
                    {inFigures(value)}
                  </text>
                </g>
              );
            })}
            {columnsIn(area, groups, top).map((boxes, group) => {
              const month = timeline[group]?.month ?? "";
              return (
                <g key={month}>
                  {boxes.map((box, index) => (
                    <g key={box.x}>
                      <rect
                        {...box}
                        className="fill-accent stroke-accent"
                        {...(index === 1
                          ? { fill: "url(#stripes)", className: "stroke-accent" }
                          : {})}
                      />
                      {(groups[group]?.[index] ?? 0) > 0 ? (
                        <text
                          x={box.x + box.width / 2}
                          y={box.y - 4}
                          fontSize={timeline.length > 12 ? 10 : 12}
                          textAnchor="middle"
                        >
                          {inFigures(groups[group]?.[index] ?? 0)}
                        </text>
                      ) : null}
                    </g>
                  ))}
                  <text
                    x={area.x + (area.width / timeline.length) * (group + 0.5)}
                    y={height - 14}
                    fontSize="12"
                    textAnchor="middle"
                  >
                    {monthInWords(month, "short")}
                  </text>
                </g>
              );
            })}
          </Plot>
        </div>
      </ScrollRegion>
      <Legend />
      <PlotTable title={title}>
        <FigureTable
          caption={title}
          corner="Mois"
          columns={["Soumises pour la première fois", "Validées pour la première fois"]}
          rows={timeline.map(({ month, submitted, approved }) => ({
            key: month,
            head: monthInWords(month),
            cells: [
              <FigureLink
                key="submitted"
                figure={submitted}
                label={`offres soumises, ${monthInWords(month)}`}
              />,
              <FigureLink
                key="approved"
                figure={approved}
                label={`offres validées, ${monthInWords(month)}`}
              />,
            ],
          }))}
        />
      </PlotTable>
    </figure>
  );
}

function Stripes() {
  return (
    <pattern
      id="stripes"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" className="fill-surface" />
      <rect width="2.5" height="6" className="fill-accent" />
    </pattern>
  );
}

function Legend() {
  return (
    <ul aria-label="Légende" className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {(["Soumises pour la première fois", "Validées pour la première fois"] as const).map(
        (words, index) => (
          <li key={words} className="flex items-center gap-2">
            <svg viewBox="0 0 20 20" aria-hidden="true" className="size-4 stroke-accent">
              <rect
                x="1"
                y="1"
                width="18"
                height="18"
                {...(index === 1 ? { fill: "url(#stripes)" } : { className: "fill-accent" })}
              />
            </svg>
            {words}
          </li>
        ),
      )}
    </ul>
  );
}
