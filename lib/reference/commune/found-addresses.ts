import { z } from "zod";

/** An address to choose while one types it. */
export interface FoundAddress {
  /** Number and street. */
  street: string;
  postcode: string;
  commune: string;
}

const text = z.string().trim().max(200);

/** The GeoJSON of the Géoplateforme's `/search` (https://geoservices.ign.fr, «géocodage»). */
const addressAnswer = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        type: z.string(),
        name: text,
        postcode: text,
        city: text,
      }),
    }),
  ),
});

/** What is asked of it. @param typed number and street, with what is known of the commune */
export function addressPath(typed: string): string {
  const query = new URLSearchParams({ q: typed.slice(0, 180), limit: "5", autocomplete: "1" });
  return `/search?${query.toString()}`;
}

/** The streets and house numbers of an answer; none for an answer of another form. */
export function addressesIn(answer: unknown): FoundAddress[] {
  const read = addressAnswer.safeParse(answer);
  if (!read.success) return [];
  return read.data.features
    .filter(({ properties: { type } }) => type === "housenumber" || type === "street")
    .map(({ properties: { name, postcode, city } }) => ({ street: name, postcode, commune: city }));
}
