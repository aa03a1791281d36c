import { stemsIn } from "@/lib/platform/values/words";

/** Places PostgreSQL tells apart in a text; what is beyond stands at the last. */
const lastPlace = 16_383;
/** Between two parts: no phrase goes from one into the next. */
const apart = 8;

/**
 * What an offer is found by, as PostgreSQL writes a `tsvector`: the stems of its words with their
 * places, each with the weight of its part. Made here and not by a configuration of PostgreSQL, so
 * that what is searched for goes through the very same words (lib/platform/values/words.ts).
 * @param parts the texts of each weight, A weighs most
 */
export function searchVector(parts: Readonly<Record<"A" | "B" | "C", string>>): string {
  const places = new Map<string, Set<string>>();
  let offset = 1;
  for (const [weight, text] of Object.entries(parts)) {
    const stems = stemsIn(text);
    for (const { stem, place } of stems) {
      const found = places.get(stem) ?? new Set();
      places.set(stem, found.add(`${Math.min(offset + place, lastPlace)}${weight}`));
    }
    offset += (stems.at(-1)?.place ?? 0) + apart;
  }
  return [...places].map(([stem, found]) => `'${stem}':${[...found].join(",")}`).join(" ");
}
