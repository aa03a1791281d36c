import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "./canonical";
import { readComments, readContent, readDraft } from "./stored";

const theme = "0191a1b2-0000-7000-8000-000000000001";
const whole = {
  title: "Prévention de l’obésité",
  description: "Ateliers",
  themeIds: [theme],
  audienceIds: [theme],
  places: 5,
  availability: ["3:monday-am", "4:monday-am"],
  lodging: false,
  catering: true,
  site: {
    name: "Collège",
    street: "1 rue",
    postcode: "88000",
    communeCode: "88160",
    communeName: "Épinal",
    department: "88",
    typeId: theme,
  },
  referent: { name: "Paul Klein", function: "CPE", phone: "+33329000001", email: "p@exemple.fr" },
  documentIds: [theme],
};
const without = (name: string) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));

describe("what the database holds of an offer", () => {
  it("reads as it was written when it is whole", () => {
    expect(canonical(readContent(whole))).toBe(canonical(whole));
  });

  it.each([
    ["documentIds", []],
    ["lodging", false],
    ["catering", false],
    ["title", ""],
    ["description", ""],
    ["audienceIds", []],
    ["places", 0],
    ["availability", []],
    ["referent", { name: "", function: "", phone: "", email: "" }],
  ])("reads a content that is older than «%s» with %j", (name, value) => {
    expect(readContent(without(name))).toEqual({ ...whole, [name]: value });
  });

  it("leaves out ids that are none, wherever they stand", () => {
    const dashes = "-".repeat(36);
    expect(readContent({ ...whole, themeIds: [dashes, theme, 3] }).themeIds).toEqual([theme]);
    expect(readContent({ ...whole, site: { ...whole.site, typeId: dashes } }).site.typeId).toBe("");
    expect(readDraft({ values: { title: "x" }, documentIds: [dashes, theme] }).documentIds).toEqual(
      [theme],
    );
  });

  it("keeps of a draft what a form sends", () => {
    const stored = {
      values: { title: "Titre", months: ["3", "4"], places: 5, nested: { a: 1 }, mixed: ["3", 4] },
    };
    expect(readDraft(stored)).toEqual({
      values: { title: "Titre", months: ["3", "4"], mixed: ["3"] },
      documentIds: [],
    });
    expect(readComments({ title: "Trop long", gone: "x", places: 3 })).toEqual({
      title: "Trop long",
    });
  });

  it("reads anything as a whole content and a whole draft", () => {
    const names = Object.keys(whole).sort();
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(Object.keys(readContent(stored)).sort()).toEqual(names);
        expect(Object.keys(readDraft(stored)).sort()).toEqual(["documentIds", "values"]);
      }),
    );
  });
});
