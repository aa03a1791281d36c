/** Tints beside none at all. More of them nobody tells apart. */
export const shades = 4;

/**
 * How dark a value is drawn.
 * @param max the largest value of the plot
 * @returns 0 for nothing, 1 to {@link shades} for the rest
 */
export function shadeOf(value: number, max: number): number {
  return value <= 0 || max <= 0 ? 0 : Math.min(shades, Math.ceil((value / max) * shades));
}

export interface Bounds {
  shade: number;
  from: number;
  until: number;
}

/** The whole numbers each tint stands for; a tint without one is left out. */
export function shadeBounds(max: number): Bounds[] {
  const limit = (shade: number) => Math.floor((max * shade) / shades);
  return Array.from({ length: shades }, (_, index) => ({
    shade: index + 1,
    from: limit(index) + 1,
    until: limit(index + 1),
  })).filter(({ from, until }) => from <= until);
}
