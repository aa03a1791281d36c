import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agencyTexts, filled, textCodes } from "./texts";

const places = { region: "Grand Est", contact: "contact@ars.example" };

describe("the texts an agency may change", () => {
  it("fit their own limit and know only the two places", () => {
    for (const code of textCodes) {
      const { words, limit } = agencyTexts[code];
      expect(words.length).toBeLessThanOrEqual(limit);
      expect(filled(words, places)).not.toMatch(/[{}]/);
    }
  });

  it("fill every place and leave every other word as it was written", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom("{region}", "{contact}"),
            fc.string().filter((text) => !/[{}]/.test(text)),
          ),
        ),
        (parts) => {
          expect(filled(parts.join(""), places)).toBe(
            parts
              .map((part) =>
                part === "{region}" ? places.region : part === "{contact}" ? places.contact : part,
              )
              .join(""),
          );
        },
      ),
    );
    expect(filled("{autre} {region", places)).toBe("{autre} {region");
  });
});
