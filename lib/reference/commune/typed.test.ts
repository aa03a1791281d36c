import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedCommune } from "./typed";

describe("a commune as people type it", () => {
  it.each([
    ["Nancy", { name: "Nancy", postcode: "", department: "" }],
    ["Nancy (54)", { name: "Nancy", postcode: "", department: "54" }],
    ["nancy 54", { name: "nancy", postcode: "", department: "54" }],
    ["54000", { name: "", postcode: "54000", department: "" }],
    ["88000 Épinal", { name: "Épinal", postcode: "88000", department: "" }],
    ["Ajaccio (2a)", { name: "Ajaccio", postcode: "", department: "2A" }],
    ["Saint-Denis (974)", { name: "Saint-Denis", postcode: "", department: "974" }],
    ["2a", { name: "", postcode: "", department: "2A" }],
    ["Laval-le-Prieuré", { name: "Laval-le-Prieuré", postcode: "", department: "" }],
  ])("reads «%s»", (typed, read) => {
    expect(typedCommune(typed)).toEqual(read);
  });

  it("reads any text, and a name with its department as both", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(typed).toContain(typedCommune(typed).name);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zé]+([ -][A-Za-zé]+)*$/), (name) => {
        expect(typedCommune(`${name} (54)`)).toEqual({ name, postcode: "", department: "54" });
      }),
    );
  });
});
