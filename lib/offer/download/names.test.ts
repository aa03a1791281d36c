import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctNames } from "@/lib/platform/formats/distinct-names";
import { offerFileName } from "./names";

describe("names of downloads", () => {
  it.each([
    ["7KQ2-M4XP", "Prévention de l’obésité", "offre-7KQ2-M4XP-prevention-de-l-obesite.pdf"],
    ["7KQ2-M4XP", "", "offre-7KQ2-M4XP.pdf"],
    ["7KQ2-M4XP", "../../\u202Efdp.exe", "offre-7KQ2-M4XP-fdp-exe.pdf"],
    ["7KQ2-M4XP", "Cœur & santé", "offre-7KQ2-M4XP-coeur-sante.pdf"],
  ])("calls %s, %j %s", (reference, title, expected) => {
    expect(offerFileName(reference, title, "pdf")).toBe(expected);
  });

  it("numbers what comes twice, whatever the case", () => {
    expect(distinctNames(["a.pdf", "A.pdf", "a (2).pdf", "a.pdf", "b"])).toEqual([
      "a.pdf",
      "A (2).pdf",
      "a (2) (2).pdf",
      "a (3).pdf",
      "b",
    ]);
  });

  it("never gives one name twice", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("a.pdf", "A.PDF", "a (2).pdf", "a (3).pdf", "é.png", "e\u0301.png", "x"),
        ),
        (names) => {
          const made = distinctNames(names);
          expect(made).toHaveLength(names.length);
          expect(new Set(made.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(
            names.length,
          );
        },
      ),
    );
  });
});
