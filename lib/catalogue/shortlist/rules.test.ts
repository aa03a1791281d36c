import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceFrom } from "@/lib/offer/content/reference";
import { areSame, mostShortlisted, readShortlist, shortlistHref } from "./rules";

const reference = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(referenceFrom);

describe("the address of a selection", () => {
  it.each([
    [{}, [], [], 0, []],
    [{ o: "" }, [], [], 0, []],
    [{ o: "7k3m9qxd" }, ["7K3M-9QXD"], [], 0, []],
    [{ o: ["7K3M-9QXD", "7k3m 9qxd", "0007-NQMF"] }, ["7K3M-9QXD", "0007-NQMF"], [], 0, []],
    [{ o: "7K3M-9QXD, 0007-NQMF ; tabac" }, ["7K3M-9QXD", "0007-NQMF"], ["tabac"], 0, []],
    [
      { o: ["7K3M-9QXD", "0007-NQMF"], c: ["0007-NQMF", "AAAA-AAAA", "x"] },
      ["7K3M-9QXD", "0007-NQMF"],
      [],
      0,
      ["0007-NQMF"],
    ],
    [{ o: `${"a".repeat(60)}<b>` }, [], ["a".repeat(40)], 0, []],
  ] as const)("%j", (query, references, unread, left, ticked) => {
    expect(readShortlist(query)).toEqual({ references, unread, left, ticked });
  });

  it("is read as it was written, as far as there is room", () => {
    fc.assert(
      fc.property(fc.uniqueArray(reference, { maxLength: 60 }), (references) => {
        const query = new URLSearchParams(shortlistHref(references).split("?")[1]);
        const read = readShortlist({ o: query.getAll("o") });
        expect(read.references).toEqual(references.slice(0, mostShortlisted));
        expect(read.left).toBe(Math.max(0, references.length - mostShortlisted));
        expect(read.unread).toEqual([]);
      }),
    );
  });

  it("reads whatever an address may hold", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (o, c) => {
        const { references, unread, ticked } = readShortlist({ o, c });
        expect(references.length).toBeLessThanOrEqual(mostShortlisted);
        expect(unread.length).toBeLessThanOrEqual(5);
        expect(ticked.filter((each) => !references.includes(each))).toEqual([]);
      }),
    );
  });

  it("tells whether two of them hold the same offers", () => {
    expect(areSame(["a", "b"], ["b", "a"])).toBe(true);
    expect(areSame(["a"], ["a", "b"])).toBe(false);
    expect(areSame(["a", "b"], ["a", "c"])).toBe(false);
  });
});
