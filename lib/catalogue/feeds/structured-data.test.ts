import type { EducationalOccupationalProgram } from "schema-dts";
import { describe, expect, it } from "vitest";
import { structuredData } from "./structured-data";

const offer = {
  reference: "2611-0042",
  title: "Tabac </script> & cannabis",
  places: 4,
  campaign: 2026,
  page: {
    structure: { name: "Collège", type: "Collège" },
    site: {
      name: "Collège",
      street: "1 rue du Lac",
      postcode: "88000",
      communeName: "Épinal",
      department: "88",
      type: "Collège",
    },
    description: "",
    themes: ["Addictions", "Nutrition"],
    availability: ["12:monday-am", "3:friday-pm"] as const,
  },
};

describe("an offer for search engines", () => {
  const text = structuredData(offer, "https://portail.example");

  it("says from when to when, where and what about", () => {
    expect(JSON.parse(text)).toMatchObject({
      "@type": "EducationalOccupationalProgram",
      url: "https://portail.example/offres/2611-0042",
      startDate: "2026-12-01",
      endDate: "2027-03-31",
      disambiguatingDescription: "Addictions, Nutrition",
      provider: { address: { addressLocality: "Épinal" } },
    });
  });

  it("does not end the element it stands in", () => {
    expect(text).not.toContain("<");
  });

  it("does not compile with a word that schema.org has for something else, or not at all", () => {
    const program: EducationalOccupationalProgram = {
      "@type": "EducationalOccupationalProgram",
      // @ts-expect-error of creative works only
      about: "Addictions",
    };
    // @ts-expect-error no such word
    program.themes = ["Addictions"];
    // @ts-expect-error a number of places is none of an organisation's
    program.provider = { "@type": "Organization", maximumEnrollment: 4 };
    expect(Object.keys(program)).toHaveLength(4);
  });
});
