import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, parseAvailability } from "@/lib/offer/availability/availability";
import { canonical } from "./canonical";
import { contentOfForm, draftFromContent, formAsTyped } from "./codec";
import { draftVersion } from "./draft-version";
import { plainField, plainNames } from "./inputs";
import { formSchemas, type OfferContent } from "./schema";
import { readContent } from "./stored";

const id = "0191a1b2-0000-7000-8000-000000000001";
const commune = { code: "88160", name: "Épinal", department: "88" };
const address = { postcode: "88000", commune };
const first: OfferContent = {
  title: "",
  description: "",
  themeIds: [id],
  audienceIds: [id],
  places: 5,
  availability: parseAvailability(["3:monday-am"]),
  lodging: false,
  catering: true,
  site: {
    name: "Collège",
    street: "1 rue",
    postcode: "88000",
    communeCode: commune.code,
    communeName: commune.name,
    department: commune.department,
    typeId: id,
  },
  referent: { name: "Paul Klein", function: "CPE", phone: "+33329000001", email: "p@exemple.fr" },
  documentIds: [],
};

const words = fc.stringMatching(/^[a-zéè]{1,20}( [a-z]{1,20})?$/);
const said: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  line: words,
  paragraphs: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  number: fc.integer({ min: 1, max: 100 }),
};

/** Contents in which every plain field may be said or not. */
const contents = fc
  .record(
    Object.fromEntries(
      plainNames.flatMap((name) => {
        const value = said[plainField(name).kind];
        return value ? [[name, value]] : [];
      }),
    ),
    { requiredKeys: [] },
  )
  .chain((plain) =>
    fc
      .subarray([...allSlots], { minLength: 1 })
      .map((slots) => ({ ...first, ...plain, availability: parseAvailability(slots) })),
  );

describe("a content and the form that says it", () => {
  it("are the same, read by the rules of the form or as typed, and once stored", () => {
    fc.assert(
      fc.property(contents, (content: OfferContent) => {
        const { values } = draftFromContent(content);
        const form = {
          ...formSchemas.informations.parse(values),
          ...formSchemas.terrain.parse(values),
        };
        const known = { address, documentIds: [] };
        expect(contentOfForm(form, known)).toEqual(content);
        expect(contentOfForm(formAsTyped(values), known)).toEqual(content);
        expect(canonical(readContent(JSON.parse(JSON.stringify(content))))).toBe(
          canonical(content),
        );
      }),
    );
  });
});

describe("a field that came later and says nothing", () => {
  it("leaves the hash of a revision what it was before the field was there", () => {
    const { values } = draftFromContent(first);
    const rebuilt = contentOfForm(formAsTyped(values), { address, documentIds: [] });
    expect(createHash("sha256").update(canonical(rebuilt)).digest("hex")).toBe(
      "823622b6b961fe350ca2c49783c186b28a9da62f90c37ded81456c60c0c45c56",
    );
    expect(canonical(readContent(first))).toBe(canonical(first));
  });

  it("leaves a form that is open the state it was made from", () => {
    const { values } = draftFromContent(first);
    expect(draftVersion("informations", values)).toBe("ypu5vpfzze");
    expect(draftVersion("terrain", values)).toBe("oaioifeu0g");
    for (const name of plainNames.filter((plain) => !plainField(plain).always)) {
      const page = plainField(name).page;
      expect(draftVersion(page, { ...values, [name]: "" })).toBe(draftVersion(page, values));
      expect(draftVersion(page, { ...values, [name]: "Dit" })).not.toBe(draftVersion(page, values));
    }
  });
});
