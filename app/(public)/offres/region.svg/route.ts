import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";

/** Which region it is, is known when the portal runs. */
export const dynamic = "force-dynamic";

/** The outlines of the region, which lie under the points of a map; by night as by day. */
export function GET(): Response {
  const { width, height, shapes } = mapOfRegion();
  const outline = shapes.map(({ path }) => path).join("");
  const style =
    "path{fill:#fff;stroke:#4d5f68;stroke-linejoin:round}" +
    "@media(prefers-color-scheme:dark){path{fill:#182329;stroke:#aabac1}}";
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<style>${style}</style><path d="${outline}"/></svg>`;
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" },
  });
}
