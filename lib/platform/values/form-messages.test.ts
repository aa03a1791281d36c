import { describe, expect, it } from "vitest";
import { z } from "zod";
import "./default-messages";

/** What a person would call each field: one of these words stands in every message at it. */
const names: Readonly<Record<string, RegExp>> = {
  accessConditions: /conditions d’accès/,
  audienceIds: /public/,
  closesOn: /fermeture/i,
  commune: /commune/,
  cedex: /CEDEX/,
  currentPassword: /mot de passe/,
  decision: /décision/,
  description: /description/,
  digest: /rythme/,
  disciplines: /filière/,
  email: /adresse/,
  establishment: /établissement/i,
  firstName: /prénom/,
  function: /fonction/,
  halfDays: /demi-journée/,
  label: /libellé/,
  lastName: /nom/,
  message: /message/,
  months: /mois/,
  name: /nom|raison sociale|Nommez/,
  opensOn: /ouverture/i,
  outcome: /suite/,
  password: /mot de passe/,
  phone: /numéro/,
  picked: /offre/,
  places: /place/,
  postcode: /code postal/,
  reason: /motif|Choisissez ce qui ne va pas/,
  referentEmail: /adresse/,
  referentFunction: /fonction/,
  referentName: /nom/,
  referentPhone: /numéro/,
  representativeFunction: /fonction/,
  representativeName: /nom/,
  role: /rôle/,
  siteCommune: /commune/,
  siteName: /nom/,
  sitePostcode: /code postal/,
  siteStreet: /voie|adresse/i,
  siteTypeId: /type de terrain/,
  slots: /créneau/,
  street: /voie|adresse/i,
  students: /étudiant/,
  sure: /case/,
  synonyms: /synonyme/,
  targetId: /terme/,
  term: /mot/,
  themeIds: /thème/,
  title: /titre/,
  typeId: /type de structure/,
  until: /jour|date/,
  words: /texte|message|note|mots|motif/,
};

/** Of a field that nobody types into: an id, a token, a box. */
const unreadable = "Cette demande n’est pas lisible. Rechargez la page, puis recommencez.";

const hostile = [
  undefined,
  null,
  0,
  true,
  {},
  [],
  ["x"],
  "",
  " ",
  "x",
  "1e99",
  "\u0000",
  "2026-02-30",
  "a".repeat(10_000),
  Array.from({ length: 1000 }, () => "x"),
];

const modules = import.meta.glob<Record<string, unknown>>("/lib/**/schema.ts", { eager: true });

/** Every field of every schema that a form is parsed with. */
const fields = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([schema, value]) => {
    const object = value instanceof z.ZodPipe ? value.in : value;
    if (!(value instanceof z.ZodType) || !(object instanceof z.ZodObject)) return [];
    return Object.keys(object.shape).map((field) => ({
      file,
      schema,
      field,
      parse: value.safeParse.bind(value),
    }));
  }),
);

describe("what a form says is wrong", () => {
  it("is asked of every schema there is", () => {
    expect(new Set(fields.map(({ file }) => file)).size).toBeGreaterThan(15);
  });

  it.each(fields)(
    "$field of $schema: a French sentence that names the field",
    ({ field, parse }) => {
      for (const value of hostile) {
        const { error } = parse({ [field]: value });
        for (const issue of error?.issues.filter(({ path }) => path[0] === field) ?? []) {
          expect(issue.message).toMatch(/^[A-ZÀÉÊÇ«].*[.?!]$/s);
          if (issue.message === unreadable) continue;
          const name = field.startsWith("comment-") ? /commentaire/ : names[field];
          expect(
            name,
            `«${field}» has a message and no word that names it: ${issue.message}`,
          ).toBeDefined();
          expect(issue.message).toMatch(name ?? /$^/);
        }
      }
    },
  );
});
