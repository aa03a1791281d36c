import { describe, expect, it } from "vitest";
import { parseAvailability } from "@/lib/offer/availability/availability";
import type { OfferPreview } from "@/lib/offer/content/preview";
import { comparisonOf } from "./comparison";

const preview = {
  title: "Bouger",
  themes: ["Activité physique"],
  audiences: ["Parents"],
  places: 4,
  lodging: false,
  catering: true,
  description: "Un atelier.\nPuis une marche.",
  accessConditions: "",
  availability: parseAvailability(["3:monday-am"]),
  site: {
    name: "Gymnase",
    street: "1 rue des Sports",
    postcode: "88000",
    communeName: "Épinal",
    type: "Autre",
  },
  documents: [],
  referent: null,
} as unknown as OfferPreview;
const structure = { name: "Club", type: "Association" };

describe("offers side by side", () => {
  const rows = comparisonOf([
    { preview, structure, elapsed: false },
    { preview: { ...preview, accessConditions: "Badge", places: 9 }, structure, elapsed: true },
  ]);
  const row = (name: string) => rows.find((each) => each.name === name)?.values;

  it("says each thing once, with a value for each offer", () => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.every(({ values }) => values.length === 2)).toBe(true);
    expect(row("Structure offrente")).toEqual([["Club"], ["Club"]]);
    expect(row("Nombre de places")).toEqual([["4"], ["9"]]);
  });

  it("keeps lines apart, and leaves empty what one of them does not say", () => {
    expect(row("Description")?.[0]).toEqual(["Un atelier.", "Puis une marche."]);
    expect(row("Conditions d’accès")).toEqual([[], ["Badge"]]);
    expect(row("Documents")).toEqual([[], []]);
    expect(row("Période et créneaux")).toEqual([
      ["Mars : lundi matin"],
      ["Période passée", "Mars : lundi matin"],
    ]);
  });

  it("has nothing to say of nothing", () => expect(comparisonOf([])).toEqual([]));
});
