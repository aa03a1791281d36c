/** Points of a map, and which of them are drawn as one. */
interface Placed {
  x: number;
  y: number;
}

/**
 * Points that stand so near each other that one would hide the other, as one: each goes to the
 * first one before it that is near enough, which is where they are drawn.
 * @param points those that matter most first
 * @param distance from which on two are told apart, in units of the map
 * @returns all of them, in groups of one or more; no two groups nearer than `distance`
 */
export function gathered<T extends Placed>(points: readonly T[], distance: number): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const point of points) {
    const near = groups.find(
      ([first]) => Math.hypot(first.x - point.x, first.y - point.y) < distance,
    );
    if (near) near.push(point);
    else groups.push([point]);
  }
  return groups;
}
