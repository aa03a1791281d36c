import { describe, expect, it } from "vitest";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { fieldErrorsOf } from "@/lib/platform/values/field-errors";
import { requestInWords } from "./request-in-words";
import { contactSchema } from "./schema";
import { wantedOf, whenOf } from "./when";

const sent = {
  reference: "7K3M-9QXD",
  name: "Inès Morel",
  email: "ines@exemple.fr",
  establishment: "",
  students: "3",
  disciplines: "nursing",
  words: "Bonjour",
};

describe("a message to a structure", () => {
  it("says who would come, and when as far as it is known", () => {
    expect(
      contactSchema.parse({ ...sent, months: ["3", "10"], halfDays: "monday-am" }),
    ).toMatchObject({
      students: 3,
      disciplines: ["nursing"],
      months: [10, 3],
      halfDays: ["monday-am"],
    });
    expect(contactSchema.parse(sent)).toMatchObject({ months: [], halfDays: [] });
  });

  it.each([
    [{ students: "" }, "students", "Écrivez un nombre d’étudiants, de 1 à 500."],
    [{ students: "1e2" }, "students", "Écrivez un nombre d’étudiants, de 1 à 500."],
    [{ students: "0" }, "students", "Écrivez un nombre d’étudiants, de 1 à 500."],
    [{ students: "501" }, "students", "Écrivez un nombre d’étudiants, de 1 à 500."],
    [{ disciplines: undefined }, "disciplines", "Choisissez au moins une filière."],
    [{ disciplines: "law" }, "disciplines", "Choisissez une filière de la liste."],
    [{ months: "13" }, "months", "Choisissez un mois de la liste."],
    [{ halfDays: "monday" }, "halfDays", "Choisissez une demi-journée de la liste."],
  ])("is refused with %j at %s", (changes, field, message) => {
    const { error } = contactSchema.safeParse({ ...sent, ...changes });
    expect(error && fieldErrorsOf(error)[field]).toEqual([message]);
  });

  it("is told in lines, of what was said only", () => {
    expect(
      requestInWords({
        students: 2,
        disciplines: ["other", "nursing"],
        months: [3, 4],
        halfDays: [],
      }),
    ).toEqual([
      "Étudiants : 2",
      "Filières : Soins infirmiers, Autre formation en santé",
      "Mois : mars et avril",
    ]);
    expect(requestInWords({ students: null, disciplines: [], months: [], halfDays: [] })).toEqual(
      [],
    );
  });
});

describe("when someone would come", () => {
  const open = whenOf(["10:monday-am", "3:thursday-pm"]);
  const wanted = (search: object) => wantedOf(open, catalogueFilterSchema.parse(search));

  it.each([
    [{}, { months: [], halfDays: [] }],
    [{ mois: "3" }, { months: [3], halfDays: [] }],
    [
      { mois: ["3", "4"], demijournee: "friday-am" },
      { months: [3], halfDays: [] },
    ],
    [{ creneau: "3:thursday-pm" }, { months: [3], halfDays: ["thursday-pm"] }],
    [{ demijournee: "monday-am" }, { months: [], halfDays: ["monday-am"] }],
  ])("after the search %j: what of it the offer has", (search, found) => {
    expect(wanted(search)).toEqual(found);
  });
});
