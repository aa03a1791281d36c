import allNumbers from "libphonenumber-js/metadata.min.json";
import { describe, expect, it } from "vitest";
import { knownTerritories, phoneField, phoneInWords } from "./phone";

describe("telephone numbers", () => {
  // After an update of libphonenumber-js: npx vitest run --project "unit*"
  // lib/platform/values/phone.test.ts -u
  it("are those of libphonenumber", async () => {
    const known: readonly string[] = knownTerritories;
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
    await expect(JSON.stringify(subset)).toMatchFileSnapshot("phone-numbers.json");
  });

  it.each([
    ["03 83 00 00 00", "+33383000000"],
    ["06.12.34.56.78", "+33612345678"],
    ["+33 (0)3 83 00 00 00", "+33383000000"],
    ["0033383000000", "+33383000000"],
    ["03/83/00/00/00", "+33383000000"],
    ["Tél. : 03-83-00-00-00", "+33383000000"],
    ["\u202a03\u00a083\u00a000\u00a000\u00a000\u202c", "+33383000000"],
    ["+262 262 12 34 56", "+262262123456"],
    ["0262 12 34 56", "+262262123456"],
    ["0692 12 34 56", "+262692123456"],
    ["+33 692 12 34 56", "+262692123456"],
    ["0590 12 34 56", "+590590123456"],
    ["0690 12 34 56", "+590690123456"],
    ["0594 12 34 56", "+594594123456"],
    ["0696 12 34 56", "+596696123456"],
    ["0269 61 12 34", "+262269611234"],
    ["0508 41 12 34", "+508411234"],
    ["+596 596 12 34 56", "+596596123456"],
    ["+687 23 45 67", "+687234567"],
    ["+352 26 12 34 56", "+35226123456"],
    ["00352 621 123 456", "+352621123456"],
    ["+49 681 123456", "+49681123456"],
    ["+32 63 22 11 33", "+3263221133"],
    ["+41 (0)61 123 45 67", "+41611234567"],
    ["03 83 00 00 00 poste 12", "+33383000000;ext=12"],
    ["03 83 00 00 00 (poste 1234)", "+33383000000;ext=1234"],
    ["03 83 00 00 00, p. 12", "+33383000000;ext=12"],
    ["0383000000 ext. 12", "+33383000000;ext=12"],
    ["03 83 00 00 00 #12", "+33383000000;ext=12"],
    ["+352 26 12 34 56 - Poste : 7", "+35226123456;ext=7"],
    ["+33383000000;ext=12", "+33383000000;ext=12"],
    ["03\u202f83\u202f00\u202f00\u202f00", "+33383000000"],
    ["Standard : 03 83 00 00 00", "+33383000000"],
    ["secrétariat : 03.83.00.00.00 poste 12", "+33383000000;ext=12"],
  ])("%s is %s", (typed, stored) => {
    expect(phoneField.safeParse(typed).data).toBe(stored);
    // What is shown can be sent again.
    expect(phoneField.safeParse(phoneInWords(stored)).data).toBe(stored);
  });

  it.each([
    "03 83 00 00",
    "trois",
    "0000000000",
    "+33 1",
    "3919",
    "+1 202 555 0123",
    " poste 1".repeat(10_000),
  ])("%s is none", (typed) =>
    expect(phoneField.safeParse(typed).error?.issues[0]?.message).toMatch(/^Écrivez un numéro/),
  );

  it.each([
    ["03 83 00 00 00 / 06 12 34 56 78", "03 83 00 00 00 et 06 12 34 56 78"],
    ["03 83 00 00 00 ou 06 12 34 56 78", "03 83 00 00 00 et 06 12 34 56 78"],
    ["Fixe : 0383000000 ; portable : 0612345678", "03 83 00 00 00 et 06 12 34 56 78"],
    ["0383000000 0612345678", "03 83 00 00 00 et 06 12 34 56 78"],
    ["03 83 00 00 00 - 00 352 26 12 34 56", "03 83 00 00 00 et +352 26 12 34 56"],
    ["03 83 00 00 00 – 06 12 34 56 78", "03 83 00 00 00 et 06 12 34 56 78"],
  ])("%s is more than one", (typed, named) =>
    expect(phoneField.safeParse(typed).error?.issues[0]?.message.replaceAll("\u00a0", " ")).toBe(
      `Indiquez un seul numéro. Vous avez écrit : ${named}.`.replaceAll("\u00a0", " "),
    ),
  );

  it.each([
    "03 83 00 00 00 / 01",
    "03 83 00 00 00, poste 12 ou 13",
    "03 83 00 00 00 (Paul)",
    "fax 03 83 00 00 00",
    "le 03.83.00.00.00, le matin",
  ])("%s says more than a number", (typed) =>
    expect(phoneField.safeParse(typed).error?.issues[0]?.message).toMatch(
      /^Écrivez un numéro seul, sans ce qui l’entoure\s: 03(?:\s\d\d){4}\.$/,
    ),
  );

  it("are shown as people dial them from France, and what is none stays as typed", () => {
    expect(phoneInWords("+33383000000")).toBe("03 83 00 00 00");
    expect(phoneInWords("+33383000000;ext=12")).toBe("03 83 00 00 00 poste 12");
    expect(phoneInWords("+262262123456")).toBe("+262 262 12 34 56");
    expect(phoneInWords("+35226123456")).toBe("+352 26 12 34 56");
    expect(phoneInWords("bientôt")).toBe("bientôt");
  });
});
