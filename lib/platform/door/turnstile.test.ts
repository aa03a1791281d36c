import { expect, it } from "vitest";
import { Turnstile } from "./turnstile";

it("lets in one by one, in order: each has done what it does at once before the next", async () => {
  const turnstile = new Turnstile();
  const seen: string[] = [];
  const visitor = async (name: string) => {
    await turnstile.pass();
    seen.push(`${name} in`);
    await Promise.resolve();
    seen.push(`${name} at work`);
  };
  await Promise.all(["a", "b", "c"].map(visitor));
  expect(seen).toEqual(["a in", "a at work", "b in", "b at work", "c in", "c at work"]);
});

it("gives every turn of the event loop a few of a crowd", async () => {
  const turnstile = new Turnstile();
  let [inside, turns, most] = [0, 0, 0];
  let before = 0;
  const count = () => {
    turns += 1;
    most = Math.max(most, inside - before);
    before = inside;
    if (inside < 50) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      await turnstile.pass();
      inside += 1;
      const end = performance.now() + 2;
      while (performance.now() < end);
    }),
  );
  expect(turns).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(4);
});

it("lets nobody in while others still come, but not for ever", async () => {
  const turnstile = new Turnstile();
  let isInside = false;
  let turnsBefore = 0;
  const come = () => {
    if (isInside) return;
    turnsBefore += 1;
    turnstile.newcomer();
    setImmediate(come);
  };
  come();
  await turnstile.pass();
  isInside = true;
  expect(turnsBefore).toBeGreaterThan(10);
});
