/** The one source of time, so that a test can set it. */
let offset = 0;

export function now(): Date {
  return new Date(Date.now() + offset);
}

/** The machine's own time, which a test that sets the portal's clock leaves alone. */
export function machineTime(): Date {
  return new Date();
}

/**
 * How far the clocks of two instances may be apart. What is stored of a later moment was written by
 * a clock that was wrong.
 */
export const clockSkewSeconds = 60;

/**
 * For tests only. @param milliseconds how far the portal's clock runs ahead of the machine's; 0
 * sets it right
 */
export function shiftClock(milliseconds: number): void {
  offset = milliseconds;
}
