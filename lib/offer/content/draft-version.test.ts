import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageFields } from "./draft";
import { basesOf, differingFields, draftVersion, isUntouched } from "./draft-version";
import { progressOf } from "./progress";

const values = fc.dictionary(
  fc.constantFrom(...pageFields.informations),
  fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 4 })),
);

describe("the version of a page of the form", () => {
  it("differs exactly when a field does", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(draftVersion("informations", one) === draftVersion("informations", other)).toBe(
          differingFields("informations", one, other).length === 0,
        );
      }),
    );
  });

  it(
    "does not see order, white space, line ends, the writing of a phone number, or the " +
      "other page",
    () => {
      expect(
        draftVersion("informations", {
          slots: ["3:monday-am", "4:monday-am"],
          description: "a\r\nb ",
        }),
      ).toBe(
        draftVersion("informations", {
          slots: ["4:monday-am", "3:monday-am"],
          description: "a\nb",
          siteName: "ailleurs",
        }),
      );
      expect(
        draftVersion("terrain", { referentPhone: "+33329000001", copyAdministrator: "on" }),
      ).toBe(draftVersion("terrain", { referentPhone: "03 29 00 00 01" }));
      expect(isUntouched("informations", { places: "0", title: " ", months: [] })).toBe(true);
      expect(isUntouched("informations", { places: "1" })).toBe(false);
    },
  );

  it("reads what a form was made from, or what it may be saved over", () => {
    expect(basesOf("informations", {})).toEqual([draftVersion("informations", {})]);
    expect(basesOf("informations", { base: "a,b" })).toEqual(["a", "b"]);
    expect(basesOf("informations", { base: "a,b", intent: "overwrite:c" })).toEqual(["c"]);
  });
});

describe("the progress of a draft", () => {
  it("counts fields, not messages", () => {
    expect(progressOf({ values: {}, documentIds: [] })).toEqual({
      informations: { state: "untouched" },
      terrain: { state: "untouched" },
    });
    // Themes, audiences, places and months are missing.
    expect(progressOf({ values: { title: "x" }, documentIds: [] }).informations).toEqual({
      state: "errors",
      errors: 4,
    });
  });
});
