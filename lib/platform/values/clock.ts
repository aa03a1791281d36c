/** The one source of time, so that a test can set it. */
let offset = 0;

export function now(): Date {
  return new Date(Date.now() + offset);
}

/**
 * For tests only. @param milliseconds how far the portal's clock runs ahead of the machine's; 0
 * sets it right
 */
export function shiftClock(milliseconds: number): void {
  offset = milliseconds;
}
