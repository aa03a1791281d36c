import type { Dashboard } from "@/lib/agency/dashboard/figures";
import { durationInWords } from "@/lib/agency/dashboard/words";
import { delayInWords } from "@/lib/agency/moderation/offer-words";
import { counted, inFigures } from "@/lib/platform/values/french";
import { FigureLink } from "./figure-link";
import { FigureTable } from "./figure-table";
import { Plot, PlotTable } from "./plot";

const title = "Offres selon le temps pris pour les décider";
const [width, line, nameWidth] = [440, 30, 186];

/** How long the agency takes: the middle, the slow tenth, and how they spread. */
export function DelayPlot({
  delays: { decisions, median, ninetieth, bands },
}: {
  delays: Dashboard["delays"];
}) {
  if (decisions === 0) return <p>Aucune décision n’a encore été prise.</p>;
  const max = Math.max(1, ...bands.map(({ offers }) => offers.value));
  const summary = bands
    .map(({ band, offers }) => `${delayInWords(band)} : ${offers.value}`)
    .join(" ; ");
  return (
    <figure>
      <dl className="mb-4 flex flex-wrap gap-x-12 gap-y-3">
        {median ? (
          <Delay name="Médiane : une décision sur deux prend au plus" figure={median} />
        ) : null}
        {ninetieth ? (
          <Delay name="90e centile : neuf décisions sur dix prennent au plus" figure={ninetieth} />
        ) : null}
      </dl>
      <div className="max-w-lg">
        <Plot
          id="delays"
          title={title}
          summary={summary}
          width={width}
          height={line * bands.length}
        >
          {bands.map(({ band, offers }, index) => (
            <g key={band} transform={`translate(0 ${index * line})`}>
              <text x={nameWidth - 8} y={line / 2 + 5} fontSize="14" textAnchor="end">
                {delayInWords(band)}
              </text>
              <rect
                x={nameWidth}
                y={5}
                width={((width - nameWidth - 50) * offers.value) / max}
                height={line - 10}
                className="fill-accent"
              />
              <text
                x={nameWidth + 8 + ((width - nameWidth - 50) * offers.value) / max}
                y={line / 2 + 5}
                fontSize="14"
                fontWeight="bold"
              >
                {inFigures(offers.value)}
              </text>
            </g>
          ))}
        </Plot>
      </div>
      <PlotTable title={title}>
        <FigureTable
          caption={title}
          corner="Décision prise"
          columns={["Offres"]}
          rows={bands.map(({ band, offers }) => ({
            key: band,
            head: delayInWords(band),
            cells: [
              <FigureLink
                key="offers"
                figure={offers}
                label={`offres décidées ${delayInWords(band)}`}
              />,
            ],
          }))}
        />
      </PlotTable>
      <p className="mt-2 text-sm text-muted">
        Temps écoulé de la soumission à la décision, nuits et dimanches compris, sur{" "}
        {counted(decisions, "décision", "décisions")}. Une offre décidée plusieurs fois peut compter
        à plusieurs lignes.
      </p>
    </figure>
  );
}

function Delay({
  name,
  figure,
}: {
  name: string;
  figure: NonNullable<Dashboard["delays"]["median"]>;
}) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-xl">
        <FigureLink figure={{ ...figure, value: figure.value || 1 }} label="ou plus : les offres">
          {durationInWords(figure.value)}
        </FigureLink>
      </dd>
    </div>
  );
}
