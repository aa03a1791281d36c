import departments from "@etalab/decoupage-administratif/data/departements.json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, halfDays, months } from "@/lib/offer/availability/availability";
import {
  facetGroups,
  facetsOf,
  slotInDepartment,
  termInDepartment,
} from "@/lib/offer/projection/facets";
import {
  type CatalogueFilter,
  catalogueFilterSchema,
  filterNames,
  filterQuery,
  hasFilters,
  misreadPlaces,
  misreadRadius,
  readFilter,
  wantedSlots,
  without,
} from "./filter";

const parse = (query: Record<string, unknown>): CatalogueFilter =>
  catalogueFilterSchema.parse(query);
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }).map(String), { maxLength: 4 });
const address = fc.record(
  {
    q: fc.string({ maxLength: 40 }),
    theme: numbers,
    public: numbers,
    departement: fc.uniqueArray(fc.constantFrom("54", "88", "2A", "974"), { maxLength: 3 }),
    lieu: fc.constantFrom("", "Nancy (54)", "54000"),
    rayon: fc.constantFrom("0", "5", "20", "100", "7"),
    mois: fc.uniqueArray(fc.constantFrom(...months.map(String)), { maxLength: 3 }),
    demijournee: fc.uniqueArray(fc.constantFrom(...halfDays), { maxLength: 3 }),
    creneau: fc.uniqueArray(fc.constantFrom(...allSlots), { maxLength: 5 }),
    accord: fc.constantFrom("un", "tous", "?"),
    places: fc.constantFrom("", "3", "-1", "x"),
    accueil: fc.uniqueArray(fc.constantFrom("lodging", "catering"), { maxLength: 2 }),
    depuis: fc.constantFrom("", "7", "8"),
    tri: fc.constantFrom("", "debut", "?"),
  },
  { requiredKeys: [] },
);

describe("a search in an address", () => {
  it("is read back as it was written, and two equal searches are the same text", () => {
    fc.assert(
      fc.property(address, (query) => {
        const filter = parse(query);
        const again = readFilter(filterQuery(filter));
        expect(filterQuery(again)).toBe(filterQuery(filter));
        expect(wantedSlots(again)).toEqual(wantedSlots(filter));
      }),
    );
  });

  it("has a radius of figures alone: nothing at all is none, and is not said", () => {
    const radiusOf = (rayon: unknown) => [
      parse({ lieu: "Nancy", rayon }).rayon,
      misreadRadius({ rayon: rayon as string }),
    ];
    expect(radiusOf("0")).toEqual([0, null]);
    expect(filterQuery(parse({ lieu: "Nancy", rayon: "0" }))).toBe("lieu=Nancy&rayon=0");
    expect(radiusOf("05")).toEqual([5, null]);
    for (const unsaid of ["", " ", undefined]) expect(radiusOf(unsaid)).toEqual([20, null]);
    for (const wrong of ["7", "-5", "1e1", "0x5", "5.0", ["5", "10"]])
      expect(radiusOf(wrong)).toEqual([20, String(wrong)]);
  });

  it("takes what does not parse as not said", () => {
    expect(
      parse({
        theme: ["x", "3", "3"],
        departement: "999999",
        mois: ["13", "3"],
        creneau: "monday",
        places: "beaucoup",
        tri: "hasard",
        rayon: "7",
      }),
    ).toMatchObject({
      theme: [3],
      departement: [],
      mois: [3],
      creneau: [],
      places: "",
      tri: "",
      rayon: 20,
    });
  });

  it(
    "narrowed by nothing is the catalogue, and without each of its narrowings it is " +
      "narrowed by nothing",
    () => {
      expect(filterQuery(parse({}))).toBe("");
      fc.assert(
        fc.property(address, (query) => {
          const bare = filterNames.reduce(
            (filter, narrowing) => without(filter, narrowing),
            parse(query),
          );
          expect(hasFilters(bare)).toBe(false);
        }),
      );
    },
  );

  it.each([
    [undefined, null],
    ["", null],
    [" 12 ", null],
    ["9999", null],
    ["0", "0"],
    ["10000", "10000"],
    ["-3", "-3"],
    ["1,5", "1,5"],
    ["douze", "douze"],
    ["9".repeat(300), "9".repeat(40)],
  ])("is told of a number of places that is none: %s", (typed, misread) => {
    expect(misreadPlaces({ places: typed })).toBe(misread);
    expect(misread === null || parse({ places: typed }).places === "").toBe(true);
  });

  it("wants the half-days of its months, and single slots besides", () => {
    expect(wantedSlots(parse({ mois: "3", demijournee: "thursday-pm" }))).toEqual([
      "3:thursday-pm",
    ]);
    expect(wantedSlots(parse({ mois: "3" }))).toHaveLength(14);
    expect(wantedSlots(parse({ demijournee: "thursday-pm" }))).toHaveLength(12);
    expect(wantedSlots(parse({ creneau: "9:monday-am" }))).toEqual(["9:monday-am"]);
    expect(
      wantedSlots(parse({ mois: "3", demijournee: "thursday-pm", creneau: "9:monday-am" })),
    ).toHaveLength(2);
  });
});

describe("facets", () => {
  it("are another number in each department of the country, which the database can hold", () => {
    const codes = departments.map(({ code }) => code);
    const ends = codes.flatMap((code) => [
      termInDepartment(code, 0),
      termInDepartment(code, facetGroups.term.to - facetGroups.term.from),
      ...allSlots.map((slot) => slotInDepartment(code, slot)),
    ]);
    expect(new Set(ends).size).toBe(codes.length * (2 + allSlots.length));
    expect(Math.max(...ends)).toBeLessThan(2 ** 31);
    // Of one department they stand together, before those of the next.
    const sorted = [...ends].sort((a, b) => a - b);
    const width = 2 + allSlots.length;
    const firsts = sorted.filter((_, index) => index % width === 0);
    expect(new Set(firsts)).toEqual(new Set(codes.map((code) => termInDepartment(code, 0))));
  });

  it("have ranges that do not meet, and every offer is in exactly one part", () => {
    const ranges = Object.values(facetGroups).sort((a, b) => a.from - b.from);
    ranges
      .slice(1)
      .forEach((range, index) => expect(range.from).toBeGreaterThan(ranges[index]?.to ?? 0));
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uniqueArray(fc.constantFrom(...allSlots)),
        (offerId, availability) => {
          const facets = facetsOf({
            offerId,
            campaign: 2026,
            ahead: availability,
            lodging: true,
            catering: false,
            department: "2A",
            commune: "2A004",
            terms: [1, 2],
          });
          expect(
            facets.filter(
              (facet) => facet >= facetGroups.part.from && facet <= facetGroups.part.to,
            ),
          ).toHaveLength(1);
          expect([...facets].sort((a, b) => a - b)).toEqual(facets);
        },
      ),
    );
  });
});
