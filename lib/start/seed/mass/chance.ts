/** Drawn the same way in every run: two measurements are of the same catalogue. */
export interface Chance {
  /** 0 up to, and without, 1. */
  next: () => number;
  pick: <T>(list: readonly T[]) => T;
  isSo: (share: number) => boolean;
  between: (from: number, to: number) => number;
}

/** @param seed any whole number (mulberry32) */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    isSo: (share) => next() < share,
  };
}
