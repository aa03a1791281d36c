import allNumbers from "libphonenumber-js/metadata.min.json";
import { describe, expect, it } from "vitest";
import { frenchPhone, phoneInWords } from "./fields";
import { frenchTerritories } from "./french-phone";

describe("French telephone numbers", () => {
  // After an update of libphonenumber-js: npx vitest run --project "unit*"
  // lib/platform/values/french-phone.test.ts -u
  it("are those of libphonenumber", async () => {
    const known: readonly string[] = frenchTerritories;
    const codes = Object.entries(
      allNumbers.country_calling_codes as Record<string, string[]>,
    ).filter(([, territories]) => territories.some((territory) => known.includes(territory)));
    const countries = Object.entries(allNumbers.countries as Record<string, unknown>).filter(
      ([territory]) => known.includes(territory),
    );
    const subset = {
      version: allNumbers.version,
      country_calling_codes: Object.fromEntries(codes),
      countries: Object.fromEntries(countries),
      nonGeographic: {},
    };
    await expect(JSON.stringify(subset)).toMatchFileSnapshot("french-numbers.json");
  });

  it.each([
    ["03 83 00 00 00", "+33383000000"],
    ["06.12.34.56.78", "+33612345678"],
    ["+33 (0)3 83 00 00 00", "+33383000000"],
    ["0033383000000", "+33383000000"],
    ["+262 262 12 34 56", "+262262123456"],
    ["+596 596 12 34 56", "+596596123456"],
    ["+687 23 45 67", "+687234567"],
  ])("%s is %s", (typed, stored) => expect(frenchPhone.parse(typed)).toBe(stored));

  it.each(["", "03 83 00 00", "+49 30 123456", "trois", "0000000000", "+33 1"])(
    "%s is none",
    (typed) => expect(frenchPhone.safeParse(typed).success).toBe(false),
  );

  it("are shown as people write them, and what is none stays as typed", () => {
    expect(phoneInWords("+33383000000")).toBe("03 83 00 00 00");
    expect(phoneInWords("bientôt")).toBe("bientôt");
  });
});
