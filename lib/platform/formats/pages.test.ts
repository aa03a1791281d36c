import fc from "fast-check";
import { expect, it } from "vitest";
import { exportPage, pagesByKey } from "./pages";

it("a list that is walked by key comes whole, once and in order, whatever its length", async () => {
  const lengths = fc.oneof(
    fc.constantFrom(0, 1, exportPage - 1, exportPage, exportPage + 1, 2 * exportPage),
    fc.nat({ max: 3 * exportPage }),
  );
  await fc.assert(
    fc.asyncProperty(lengths, async (length) => {
      const list = Array.from({ length }, (_, place) => ({ id: String(place) }));
      const walked: string[] = [];
      for await (const page of pagesByKey((cursor) =>
        Promise.resolve(list.slice(cursor === "" ? 0 : Number(cursor) + 1).slice(0, exportPage)),
      )) {
        expect(page.length).toBeGreaterThan(0);
        walked.push(...page.map(({ id }) => id));
      }
      expect(walked).toEqual(list.map(({ id }) => id));
    }),
    { numRuns: 30 },
  );
});
