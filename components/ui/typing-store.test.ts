import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeTyping } from "./typing-store";

const start = { firstName: "Claire", lastName: "Martin", days: ["1", "2"] };

describe("typing brought to a page that changed since", () => {
  test.each([
    ["the page says the same: all comes back", {}, { firstName: "Clairette" }, null],
    [
      "another field was changed: it stays as the page has it",
      { lastName: "Weber" },
      { firstName: "Clairette", lastName: "Weber" },
      null,
    ],
    [
      "the same field was changed: the page stays, the typing is offered",
      { firstName: "Clara", lastName: "Weber" },
      { firstName: "Clara", lastName: "Weber" },
      { firstName: "Clairette", lastName: "Weber" },
    ],
    ["it was changed to what was typed", { firstName: "Clairette" }, {}, null],
  ])("%s", (_, changed, expected, offered) => {
    const page = { ...start, ...changed };
    expect(mergeTyping({ values: { ...start, firstName: "Clairette" }, start }, page)).toEqual({
      values: { ...page, ...expected },
      offered: offered ? { ...page, ...offered } : undefined,
    });
  });

  test("a box that was unticked stays so", () => {
    const { days: _days, ...values } = start;
    expect(mergeTyping({ values, start }, start).values).toEqual(values);
  });

  test("typing kept by a version that did not note its start comes back whole", () => {
    const values = { ...start, lastName: "Benali" };
    expect(mergeTyping({ values }, start)).toEqual({ values, offered: undefined });
  });

  const fields = fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.oneof(fc.constantFrom("1", "2", "3"), fc.array(fc.constantFrom("1", "2"))),
  );
  test("what was typed is on the page or offered, and nothing else changes", () => {
    fc.assert(
      fc.property(fields, fields, fields, (values, begun, page) => {
        const merged = mergeTyping({ values, start: begun }, page);
        for (const name of ["a", "b", "c"]) {
          const said = [values, begun, page].map((form) => JSON.stringify(form[name]));
          const isTyped = said[0] !== said[1];
          const shown = JSON.stringify(merged.values[name]);
          if (!isTyped) expect(shown).toBe(said[2]);
          else if (said[1] === said[2]) expect(shown).toBe(said[0]);
          else expect(JSON.stringify((merged.offered ?? merged.values)[name])).toBe(said[0]);
        }
      }),
    );
  });
});
