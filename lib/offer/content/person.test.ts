import { describe, expect, it } from "vitest";
import { isNamed, withoutReferent } from "./person";

const claire = { emails: ["claire@exemple.fr"], names: ["Claire Martin", "Martin Claire"] };

describe("who an offer names as referent", () => {
  it.each([
    [{ name: "Paul Klein", email: " CLAIRE@exemple.fr " }, true],
    [{ name: "MARTIN  Claire", email: "accueil@exemple.fr" }, true],
    [{ name: "Claire Martinet", email: "accueil@exemple.fr" }, false],
    [{ name: "", email: "" }, false],
  ])("%j: %s", (named, expected) => {
    expect(isNamed(claire, named)).toBe(expected);
  });

  it("is nobody when the person has no name left", () => {
    expect(isNamed({ emails: [""], names: ["", " "] }, { name: "", email: "" })).toBe(false);
  });

  it("leaves the other fields as typed", () => {
    const values = {
      title: "Claire Martin",
      referentName: "Claire Martin",
      referentFunction: "CPE",
      referentPhone: "1",
      referentEmail: "x@y.fr",
    };
    expect(withoutReferent(values, claire)).toEqual({ title: "Claire Martin" });
    expect(withoutReferent({ title: "Claire Martin" }, claire)).toBeNull();
  });
});
