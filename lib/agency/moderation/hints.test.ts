import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfferContent } from "@/lib/offer/content/schema";
import { hintsOf, type OtherOffer, wordsOf } from "./hints";

const site = {
  name: "Collège",
  street: "12 rue des Écoles",
  postcode: "88000",
  communeCode: "88160",
  communeName: "Épinal",
  department: "88",
  typeId: "s",
};
const content: OfferContent = {
  title: "Bouger chaque jour",
  description: "Trois ateliers avec les élèves de sixième, préparés avec l’infirmière.",
  themeIds: ["t1", "t2"],
  audienceIds: ["a1"],
  places: 5,
  availability: [],
  lodging: false,
  catering: false,
  site,
  referent: { name: "", function: "", phone: "+33329000000", email: "r@college.example" },
  documentIds: [],
};
const region = {
  departments: ["88", "54"],
  others: [] as OtherOffer[],
  campaign: 2026,
  now: new Date("2026-11-28T08:00:00Z"),
};
const codes = (changes: Partial<OfferContent>, context = region) =>
  hintsOf({ ...content, ...changes }, context).map(({ code }) => code);

describe("hints for a moderator", () => {
  it("says nothing of an ordinary offer", () => expect(codes({})).toEqual([]));

  it("says when every month is over", () => {
    expect(codes({ availability: ["9:monday-am", "10:monday-am"] })).toEqual(["elapsed"]);
    expect(codes({ availability: ["10:monday-am", "11:monday-am"] })).toEqual([]);
    expect(codes({ availability: ["9:monday-am"] }, { ...region, campaign: 2027 })).toEqual([]);
  });

  it.each([
    ["Appelez le 06 12 34 56 78 le matin, du lundi au vendredi.", ["phoneInText"]],
    ["Appelez le +33 6.12.34.56.78 le matin, du lundi au vendredi.", ["phoneInText"]],
    ["Appelez le +352 26 12 34 56 le matin, du lundi au vendredi.", ["phoneInText"]],
    ["Appelez le +33 (0)3 83 00 00 00 le matin, du lundi au vendredi.", ["phoneInText"]],
    ["Appelez le 0262/12/34/56 le matin, du lundi au vendredi.", ["phoneInText"]],
    ["Écrivez à marie.durand@gmail.com avant de venir, le matin.", ["addressInText"]],
    ["Rendez-vous au 4 bis, rue de la Gare, à côté de la mairie.", ["addressInText"]],
    ["Les élèves ont de 11 à 15 ans ; 120 élèves en tout, 4 classes.", []],
    ["Court.", ["shortText"]],
    ["", ["shortText"]],
    ["NOUS ACCUEILLONS VOLONTIERS DES ÉTUDIANTS DANS NOTRE SERVICE", ["capitals"]],
    ["L’EHPAD et le CHRS accueillent des étudiants du service sanitaire.", []],
  ])("%s", (description, expected) => expect(codes({ description })).toEqual(expected));

  it("asks about many places, a site outside the region, and capitals in a title", () => {
    expect(codes({ places: 31 })).toEqual(["manyPlaces"]);
    expect(codes({ places: 30 })).toEqual([]);
    expect(codes({ site: { ...site, department: "75" } })).toEqual(["outsideRegion"]);
    expect(codes({ title: "PRÉVENTION DES ADDICTIONS" })).toEqual(["capitals"]);
    expect(codes({ title: "PASS" })).toEqual([]);
  });

  it("names an offer of the structure that says nearly the same", () => {
    const among = (changes: Partial<OfferContent>) => {
      const words = wordsOf({ ...content, ...changes });
      return codes({}, { ...region, others: [{ offerId: "o", reference: "AAAA-1111", words }] });
    };
    expect(among({})).toEqual(["possibleDuplicate"]);
    expect(among({ title: "Bouger chaque jour !" })).toEqual(["possibleDuplicate"]);
    expect(
      among({ description: "Une journée de dépistage au marché, avec le bus de l’agence." }),
    ).toEqual([]);
  });

  it("takes any text, and an offer is always like itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 1000 }),
        fc.string({ unit: "grapheme", maxLength: 120 }),
        (description, title) => {
          const typed = { ...content, title, description };
          const hints = hintsOf(typed, {
            ...region,
            others: [{ offerId: "o", reference: "r", words: wordsOf(typed) }],
          });
          expect(hints.at(-1)?.code).toBe("possibleDuplicate");
        },
      ),
    );
  });
});
