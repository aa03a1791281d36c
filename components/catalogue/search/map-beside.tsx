import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";
import { regionPicture } from "@/lib/reference/commune/region-map";
import { WideOnly } from "./wide-only";

/** A place of the list, by its number there (`data-place`). */
export interface ListedPlace {
  x: number;
  y: number;
  name: string;
}

/**
 * Where the offers of a page are, beside them; the card and its point light each other up
 * (catalogue.css). What it says stands in the cards, so that it is not read out.
 */
export function MapBeside({ places }: { places: readonly ListedPlace[] }) {
  const { width, height } = mapOfRegion();
  const area = "xl:[grid-area:1/2]";
  const frame = {
    viewBox: `-14 -14 ${width + 28} ${height + 28}`,
    "aria-hidden": true,
    className:
      "sticky top-4 hidden h-auto max-h-[calc(100dvh-2rem)] w-full self-start xl:block " +
      `${area} print:hidden`,
  };
  return (
    <WideOnly room={<svg {...frame} />} area={area}>
      <svg {...frame}>
        <image href={regionPicture} width={width} height={height} />
        {places.map(({ x, y, name }, number) => (
          <circle
            key={number}
            data-place={number}
            cx={x}
            cy={y}
            r={8}
            className="fill-accent stroke-surface stroke-2"
          >
            <title>{name}</title>
          </circle>
        ))}
      </svg>
    </WideOnly>
  );
}
