import { describe, expect, it } from "vitest";
import {
  formCriteria,
  hoursOf,
  offerFilterSchema,
  offersAddress,
  offersQuery,
} from "./offer-filter";
import { criterionInWords, delayInWords } from "./offer-words";

const full = offerFilterSchema.parse({
  q: "Collège & Cie",
  campagne: "2026",
  etat: "approved",
  publication: "ever",
  departement: "2A",
  theme: "019e0000-0000-7000-8000-000000000001",
  public: "019e0000-0000-7000-8000-000000000002",
  mois: "9",
  creneau: "sunday-pm",
  structure: "019e0000-0000-7000-8000-000000000003",
  soumisdu: "2026-09-01",
  soumisau: "2026-09-30",
  validedu: "2026-10-01",
  valideau: "2026-10-31",
  delai: "24-72",
});

describe("the filter of all offers", () => {
  it("comes back from the address it is written to", () => {
    expect(
      offerFilterSchema.parse(Object.fromEntries(new URLSearchParams(offersQuery(full)))),
    ).toEqual(full);
    expect(Object.values(full).every((value) => value !== "")).toBe(true);
    expect(offersAddress({ ...offerFilterSchema.parse({}) })).toBe("/admin/offres");
    expect(offersAddress({ etat: "pending", q: "" })).toBe("/admin/offres?etat=pending");
  });

  it("says each criterion that its form does not ask for", () => {
    expect(formCriteria.map((name) => criterionInWords(name, full, "Collège"))).toEqual([
      "Structure : Collège",
      "Première soumission à partir du 1er septembre 2026",
      "Première soumission jusqu’au 30 septembre 2026",
      "Première validation à partir du 1er octobre 2026",
      "Première validation jusqu’au 31 octobre 2026",
      "Décision prise entre 24 heures et 3 jours",
    ]);
  });

  it.each([
    ["0-24", "en moins de 24 heures"],
    ["0-1", "en moins de 1 heure"],
    ["72-168", "entre 3 jours et 7 jours"],
    ["720-", "en 30 jours ou plus"],
    ["55-", "en 55 heures ou plus"],
  ])("reads %s as « %s »", (range, words) => {
    expect(delayInWords(range)).toBe(words);
  });

  it("knows a range without an end, and none", () => {
    expect([hoursOf("24-72"), hoursOf("72-"), hoursOf("")]).toEqual([
      { from: 24, until: 72 },
      { from: 72, until: null },
      null,
    ]);
  });
});
