import { describe, expect, it } from "vitest";
import { addressesIn, addressPath } from "./found-addresses";

/** As the service documents it. */
const answer = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [6.18, 48.68] },
      properties: {
        label: "29 Avenue du Maréchal de Lattre de Tassigny 54000 Nancy",
        score: 0.97,
        housenumber: "29",
        type: "housenumber",
        name: "29 Avenue du Maréchal de Lattre de Tassigny",
        postcode: "54000",
        citycode: "54395",
        city: "Nancy",
      },
    },
    {
      type: "Feature",
      properties: { type: "municipality", name: "Nancy", postcode: "54000", city: "Nancy" },
    },
  ],
};

describe("the answer of the address service", () => {
  it("gives house numbers and streets, with their communes", () => {
    expect(addressesIn(answer)).toEqual([
      {
        street: "29 Avenue du Maréchal de Lattre de Tassigny",
        postcode: "54000",
        commune: "Nancy",
      },
    ]);
  });

  it.each([null, "", [], {}, { features: "none" }, { features: [{}] }, { code: 400 }])(
    "gives none where it is %j",
    (other) => {
      expect(addressesIn(other)).toEqual([]);
    },
  );

  it("is asked for what was typed and nothing more", () => {
    expect(addressPath("12 rue d’Ë & co")).toBe(
      "/search?q=12+rue+d%E2%80%99%C3%8B+%26+co&limit=5&autocomplete=1",
    );
  });
});
