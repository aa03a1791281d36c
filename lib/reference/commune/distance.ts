export interface Point {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
}

const earthRadiusKm = 6371;

/** Kilometres between two places as the crow flies. */
export function kilometresBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return (
    2 *
    earthRadiusKm *
    Math.asin(
      Math.sqrt(north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east),
    )
  );
}
