import { describe, expect, it } from "vitest";
import { isGivenUp, pauseBeforeRetry } from "./retry";

describe("retries of a mail", () => {
  it("start within seconds and never pause longer than the provider remembers a key", () => {
    expect(pauseBeforeRetry(1, 0)).toBe(1);
    for (let attempts = 1; attempts <= 500; attempts++)
      expect(pauseBeforeRetry(attempts, 0.999)).toBeLessThanOrEqual(1350);
  });

  it("go on for at least 48 hours", () => {
    let elapsed = 0;
    let attempts = 0;
    do elapsed += pauseBeforeRetry(++attempts, 0);
    while (!isGivenUp(attempts, elapsed));
    expect(elapsed).toBeGreaterThanOrEqual(72 * 3600);
  });

  it("are not skipped when the outbox itself was stopped for days", () => {
    expect(isGivenUp(1, 100 * 3600)).toBe(false);
  });
});
