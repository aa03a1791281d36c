import { describe, expect, it } from "vitest";
import { longText, shortText, terms, wholeNumber } from "./kinds";

const words = {
  page: "informations",
  label: "Champ",
  significance: { validated: "le champ" },
  audience: "public",
  listed: null,
  open: null,
  column: { example: "", help: "" },
} as const;
const refusals = { unknown: "Inconnu.", none: "Choisissez." };
const list = { ...words, vocabulary: "theme", shownAs: "fields", refusals } as const;

describe("a kind of field", () => {
  it("asks for what is not optional, in the words of its entry", () => {
    const missing = "Renseignez le champ.";
    const asked = [
      shortText({ ...words, limit: 5, subject: "Le champ", missing }),
      longText({ ...words, limit: 5, atMost: "Le champ compte au plus", missing }),
    ];
    for (const { schema } of asked) {
      expect(schema.safeParse(" ").error?.issues[0]?.message).toBe(missing);
      expect(schema.safeParse("123456").error?.issues[0]?.message).toBe(
        "Le champ compte au plus 5 caractères.",
      );
      expect(schema.parse(" 12 ")).toBe("12");
    }
    expect(terms(list).schema.safeParse("").error?.issues[0]?.message).toBe("Choisissez.");
    const number = wholeNumber({ ...words, max: 9, unit: "places" });
    expect(number.schema.safeParse("0").error?.issues[0]?.message).toBe(
      "Indiquez au moins une place.",
    );
  });

  it.each([
    ["12", 12],
    [" 12 ", 12],
    ["1 000", 1000],
    ["12,0", 12],
    ["1e2", undefined],
    ["0x10", undefined],
    ["0b11", undefined],
    ["1_0", undefined],
    ["Infinity", undefined],
    ["-5", undefined],
    ["5,5", undefined],
    ["douze", undefined],
  ])("reads %j as %j places", (typed, places) => {
    const { schema } = wholeNumber({ ...words, max: 1000, unit: "places" });
    expect(schema.safeParse(typed).data).toBe(places);
  });

  it("takes nothing for an answer where it is optional", () => {
    const optional = true as const;
    const text = shortText({ ...words, limit: 5, subject: "Le champ", optional });
    expect([text.schema.parse(undefined), text.schema.parse(" ")]).toEqual(["", ""]);
    expect(terms({ ...list, optional }).schema.parse(undefined)).toEqual([]);
    const { schema } = wholeNumber({ ...words, max: 9, unit: "places", optional });
    expect(["", "0", undefined].map((typed) => schema.parse(typed))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(schema.parse("7")).toBe(7);
    expect(schema.safeParse("sept").success).toBe(false);
    expect(schema.safeParse("10").success).toBe(false);
  });
});
