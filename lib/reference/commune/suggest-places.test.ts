import { describe, expect, it } from "vitest";
import { grandEst, officialGazetteer } from "@/tests/support/communes";
import { departmentName } from "./departments";
import { communeWords } from "./labels";
import { suggestPlaces } from "./suggest-places";
import { understandPlace } from "./understand-place";

const all = officialGazetteer();

/** What is proposed, in a line each, as the field shows it. */
const proposed = (typed: string) =>
  suggestPlaces(typed, all, grandEst).map(({ text, postcode, formerName }) =>
    [text, postcode, formerName].filter(Boolean).join(", "),
  );

describe("places to choose while one types", () => {
  it.each([
    ["nan", "Nancy (54), 54000"],
    ["Vand\u0153", "Vandœuvre-lès-Nancy (54), 54500"],
    ["wantz", "La Wantzenau (67), 67610"],
    ["st die", "Saint-Dié-des-Vosges (88), 88100"],
    ["vertus", "Blancs-Coteaux (51), 51130, Vertus"],
    ["Bordeaux", "Bordeaux (33), 33000"],
    // Departments: the region's come first, by name or number.
    ["vos", "Vosges (88)"],
    ["les vosg", "Vosges (88)"],
    ["aub", "Aube (10)"],
    ["88", "Vosges (88)"],
    ["haut-rhi", "Haut-Rhin (68)"],
    ["giron", "Gironde (33)"],
    // Postcodes, whole or begun, and CEDEX lines.
    ["54000", "Nancy (54), 54000"],
    ["880", "Épinal (88), 88000"],
    ["54035", "Nancy (54), 54000"],
    ["54035 NANCY CEDEX", "Nancy (54), 54000"],
    ["METZ CEDEX 03", "Metz (57), 57000"],
    // Beside a name
    ["nancy 54", "Nancy (54), 54000"],
    ["Troyes (Aube)", "Troyes (10), 10000"],
    ["à 30 km de toul", "Toul (54), 30\u00a0km, 54200"],
  ])("%s → %s", (typed, first) => {
    expect(proposed(typed)).toContain(first);
    expect(proposed(typed).length).toBeLessThanOrEqual(8);
  });

  it("keeps to the department that is typed beside a name", () => {
    const places = suggestPlaces("saint 88", all, grandEst);
    expect(places).toHaveLength(8);
    expect(places.filter(({ text }) => !text.endsWith("(88)"))).toEqual([]);
  });

  it.each(["", " ", "n", "5", "zzzzzz", "x".repeat(500), "((((", "<b>"])(
    "proposes nothing for %j",
    (typed) => expect(proposed(typed)).toEqual([]),
  );

  it("writes what is read as just this place, whichever it is", () => {
    const misread = all.communes
      .filter(({ postcodes }) => postcodes.length > 0)
      .map((commune) => ({ commune, place: understandPlace(communeWords(commune), all, grandEst) }))
      .filter(
        ({ commune, place }) =>
          place.kind !== "communes" || place.communes[0] !== commune || place.communes.length > 1,
      )
      .map(({ commune }) => `${communeWords(commune)} ${commune.code}`);
    expect(misread).toEqual([]);
    for (const department of grandEst)
      expect(proposed(departmentName(department))[0]).toBe(
        communeWords({ name: departmentName(department), department }),
      );
  });
});
