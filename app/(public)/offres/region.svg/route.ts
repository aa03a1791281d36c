import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";

/** Which region it is, is known when the portal runs. */
export const dynamic = "force-dynamic";

/**
 * The outlines of the region, by night as by day: a picture under the points of a map, or each
 * department by its code, drawn as the map that uses it says.
 */
export function GET(): Response {
  const { width, height, shapes } = mapOfRegion();
  const outlines = shapes.map(({ code, path }) => `<path id="d${code}" d="${path}"/>`).join("");
  const style =
    "svg{fill:#fff;stroke:#4d5f68;stroke-linejoin:round}" +
    "@media(prefers-color-scheme:dark){svg{fill:#182329;stroke:#aabac1}}";
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<style>${style}</style>${outlines}</svg>`;
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" },
  });
}
