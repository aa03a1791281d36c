import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks at a steady rate whether or not those before are answered: what people do.
 * @param rate how many a second
 * @param during seconds
 * @returns milliseconds from when each was due
 */
export function atRate(
  rate: number,
  during: number,
  ask: (turn: number) => Promise<unknown>,
): Promise<number[]> {
  const begun = performance.now();
  return Promise.all(
    Array.from({ length: rate * during }, async (_, turn) => {
      const due = begun + (turn * 1000) / rate;
      await pause(due - performance.now());
      await ask(turn);
      return performance.now() - due;
    }),
  );
}
