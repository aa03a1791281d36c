import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { mostPrepared, OftenAsked } from "./often-asked";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function asked(statements: OftenAsked, text: string, times: number, every = 0): boolean[] {
  return Array.from({ length: times }, () => {
    vi.advanceTimersByTime(every);
    return statements.ask(text, [1]);
  });
}

it("prepares what is asked ten times in a minute, from then on", () => {
  const statements = new OftenAsked();
  expect(asked(statements, "select 1", 10).indexOf(true)).toBe(9);
  expect(asked(statements, "select 1", 2, 3_600_000)).toEqual([true, true]);
  expect(statements.ask("select 2", [1])).toBe(false);
  statements.stop();
  expect(asked(statements, "select 1", 20)).not.toContain(true);
});

it("prepares nothing that is asked now and then, that is long, or that has no values", () => {
  const statements = new OftenAsked();
  for (let turn = 0; turn < 20; turn++) expect(statements.ask("select 1", [])).toBe(false);
  expect(asked(statements, "select 1", 100, 8_000)).not.toContain(true);
  expect(asked(statements, `select ${"1".repeat(10_000)}`, 100)).not.toContain(true);
});

it("prepares so many and no more, whatever is asked", () => {
  const statements = new OftenAsked();
  const prepared = Array.from(
    { length: 3 * mostPrepared },
    (_, number) => asked(statements, `select ${number}`, 10)[9],
  );
  expect(prepared.filter(Boolean)).toHaveLength(mostPrepared);
});
