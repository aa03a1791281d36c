/** One line of the table: what was measured, and what it is held against. */
export interface Figure {
  /** As in quality.md: P1, P2… */
  id: string;
  what: string;
  /** Offers in the catalogue; 0 where it does not matter. */
  offers: number;
  value: number;
  unit: string;
  /** What quality.md asks for, in the same unit; null where it asks for nothing. */
  bound: { limit: number; atMost: boolean } | null;
}

export function isReached({ value, bound }: Figure): boolean | null {
  if (bound === null) return null;
  return bound.atMost ? value <= bound.limit : value >= bound.limit;
}

/** @param share 0.5 for the median */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const tenths = (value: number): number => Math.round(value * 10) / 10;
export const hundredths = (value: number): number => Math.round(value * 100) / 100;
