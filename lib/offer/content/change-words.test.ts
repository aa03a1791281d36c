import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, parseAvailability } from "@/lib/offer/availability/availability";
import { changesInWords } from "./change-words";
import type { OfferContent } from "./schema";

const names = {
  term: (id: string) => ({ t1: "Sommeil", t2: "Écrans", s1: "Milieu scolaire" })[id] ?? "",
  document: (id: string) => `${id}.pdf`,
};
const base: OfferContent = {
  title: "Dormir",
  description: "",
  themeIds: ["t1"],
  audienceIds: [],
  places: 5,
  availability: parseAvailability(["3:monday-am", "4:monday-am"]),
  lodging: false,
  catering: true,
  site: {
    name: "Collège",
    street: "1 rue de la Gare",
    postcode: "88000",
    communeCode: "88160",
    communeName: "Épinal",
    department: "88",
    typeId: "s1",
  },
  referent: {
    name: "Paul Klein",
    function: "CPE",
    phone: "+33329000001",
    email: "paul@exemple.fr",
  },
  documentIds: ["a"],
};

describe("a change in words", () => {
  it.each<[Partial<OfferContent>, string[], string[], boolean]>([
    [{ title: "" }, ["Dormir"], [], true],
    [{ description: "Un\n\nDeux" }, [], ["Un", "Deux"], true],
    [{ themeIds: ["t1", "t2"] }, ["Sommeil"], ["Sommeil, Écrans"], true],
    [{ places: 8 }, ["5"], ["8"], false],
    [{ places: 3 }, ["5"], ["3"], true],
    [
      { availability: parseAvailability(["3:monday-am"]) },
      ["Mars et avril : lundi matin"],
      ["Mars : lundi matin"],
      true,
    ],
    [{ lodging: true }, ["Restauration"], ["Hébergement", "Restauration"], false],
    [{ catering: false }, ["Restauration"], [], false],
    [{ documentIds: ["a", "b"] }, ["a.pdf"], ["a.pdf", "b.pdf"], true],
    [
      { referent: { ...base.referent, name: "Anne Roy" } },
      ["Paul Klein, CPE", "03 29 00 00 01", "paul@exemple.fr"],
      ["Anne Roy, CPE", "03 29 00 00 01", "paul@exemple.fr"],
      false,
    ],
    [
      { site: { ...base.site, street: "2 rue Neuve" } },
      ["Collège", "1 rue de la Gare, 88000 Épinal", "Milieu scolaire"],
      ["Collège", "2 rue Neuve, 88000 Épinal", "Milieu scolaire"],
      true,
    ],
  ])("%o", (changes, before, after, needsValidation) => {
    expect(changesInWords(base, { ...base, ...changes }, names)).toMatchObject([
      { before, after, needsValidation },
    ]);
  });

  it("says nothing where nothing changed, and two different texts where slots did", () => {
    const slots = fc.subarray([...allSlots], { minLength: 1 }).map(parseAvailability);
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const changes = changesInWords(
          { ...base, availability: a },
          { ...base, availability: b },
          names,
        );
        return a.join() === b.join()
          ? changes.length === 0
          : changes[0]?.before.join() !== changes[0]?.after.join();
      }),
    );
  });
});
