import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentTerms, labelsOf, type ListedTerm, mayRetire, mergeProblem, stepped } from "./rules";

const list = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 0, max: 40 }).map(String), retired: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const offered = (terms: readonly ListedTerm[]) =>
  terms.filter(({ retired }) => !retired).map(({ id }) => id);
const inOrder = (terms: readonly ListedTerm[], ids: readonly string[]) =>
  ids.map((id) => terms.find((term) => term.id === id) as ListedTerm);

describe("the order of a list", () => {
  it("moves one offered term by one place among the offered ones, and nothing retired", () => {
    fc.assert(
      fc.property(list, fc.nat(11), (terms, index) => {
        const term = terms[index];
        const after = term ? stepped(terms, term.id, "up") : null;
        const before = offered(terms);
        if (!term || term.retired || before[0] === term.id) {
          expect(after).toBeNull();
          return;
        }
        const changed = inOrder(terms, after ?? []);
        expect([...(after ?? [])].sort()).toEqual(terms.map(({ id }) => id).sort());
        expect(offered(changed).indexOf(term.id)).toBe(before.indexOf(term.id) - 1);
        terms.forEach((each, place) =>
          expect(each.retired ? after?.[place] : each.id).toBe(each.id),
        );
        // And back down.
        expect(stepped(changed, term.id, "down")).toEqual(terms.map(({ id }) => id));
      }),
    );
  });

  it("has no place above the first nor below the last", () => {
    const terms = [
      { id: "r", retired: true },
      { id: "a", retired: false },
      { id: "b", retired: false },
    ];
    expect(stepped(terms, "a", "up")).toBeNull();
    expect(stepped(terms, "b", "down")).toBeNull();
    expect(stepped(terms, "r", "down")).toBeNull();
    expect(stepped(terms, "unknown", "up")).toBeNull();
    expect(stepped(terms, "a", "down")).toEqual(["r", "b", "a"]);
  });
});

describe("what may be retired and merged", () => {
  const terms = [
    { id: "a", retired: false },
    { id: "b", retired: true },
  ];
  it("never retires the last offered term", () => {
    expect(mayRetire(terms, "a")).toBe(false);
    expect(mayRetire([...terms, { id: "c", retired: false }], "a")).toBe(true);
  });

  it.each([
    ["a", "a", "sameTerm"],
    ["a", "b", "targetRetired"],
    ["a", "x", "notFound"],
    ["x", "a", "notFound"],
    ["b", "a", null],
  ] as const)("%s into %s: %s", (id, targetId, expected) =>
    expect(mergeProblem(terms, id, targetId)).toBe(expected),
  );

  it("reads ids and labels once each, in order", () => {
    const merged = new Map([["a", "b"]]);
    expect(currentTerms(["a", "c", "b"], merged)).toEqual(["b", "c"]);
    const labels = new Map([
      ["a", "B"],
      ["b", "B"],
      ["c", "C"],
    ]);
    expect(labelsOf(["c", "a", "b", "x"], labels)).toEqual(["C", "B"]);
  });
});
