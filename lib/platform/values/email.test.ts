import { describe, expect, it } from "vitest";
import { emailField, suggestedAddress } from "./email";

describe("an address", () => {
  it.each([
    ["Paul.Klein@Exemple.FR ", "paul.klein@exemple.fr"],
    ["paul\u200b@exemple\ufeff.fr", "paul@exemple.fr"],
    ["\u202apaul@exemple.fr\u202c", "paul@exemple.fr"],
    ["Paul Klein <paul@exemple.fr>", "paul@exemple.fr"],
    ["mailto:paul@exemple.fr", "paul@exemple.fr"],
    ["paul@exemple.fr;", "paul@exemple.fr"],
    ["«paul@exemple.fr»", "paul@exemple.fr"],
    ["(paul@exemple.fr)", "paul@exemple.fr"],
    ['"paul@exemple.fr"', "paul@exemple.fr"],
    ["Courriel : paul@exemple.fr.", "paul@exemple.fr"],
    ["paul+sses@chru-nancy.fr", "paul+sses@chru-nancy.fr"],
    ["o'neill@exemple.fr", "o'neill@exemple.fr"],
    [`${"a".repeat(64)}@exemple.fr`, `${"a".repeat(64)}@exemple.fr`],
  ])("%j is %j", (typed, stored) => expect(emailField.safeParse(typed).data).toBe(stored));

  it.each([
    ["", /^Renseignez/],
    ["\u200b", /^Renseignez/],
    ["paul.exemple.fr", /manque le signe @/],
    ["paul@", /manque ce qui suit/],
    ["@exemple.fr", /manque ce qui précède/],
    ["paul@exemple", /manque la fin/],
    ["paul@hotmail.f", /manque la fin de l’adresse, après «\s\.f\s»/],
    ["néant", /manque le signe @/],
    ["rené.martin", /manque le signe @/],
    ["paul@@exemple.fr", /plusieurs signes @/],
    ["paul@exemple.fr, anne@exemple.fr", /une seule adresse/],
    ["paul@exemple.fr anne@exemple.fr", /une seule adresse/],
    ["paul klein@exemple.fr", /une espace/],
    ["paul@exemple,fr", /virgule par un point/],
    ["paul..klein@exemple.fr", /un point en trop/],
    ["paul@exemple..fr", /un point en trop/],
    ["rené@exemple.fr", /pas permis\s: «\sé\s»/],
    ["paul\uff20exemple.fr", /pas permis\s: «\s＠\s»/],
    ["paul(1)@exemple.fr", /pas permis\s: «\s\(\s»/],
    [`${"a".repeat(65)}@exemple.fr`, /au plus 64\scaractères/],
    [`a@${"b".repeat(250)}.fr`, /trop longue/],
    ["paul@-exemple.fr", /sous la forme/],
  ])("%j is told what is wrong", (typed, message) =>
    expect(emailField.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([
      expect.stringMatching(message),
    ]),
  );

  it.each([
    ["paul@gmial.com", "paul@gmail.com"],
    ["paul@gmai.com", "paul@gmail.com"],
    ["paul@gmail.con", "paul@gmail.com"],
    ["paul@gmail.fr", "paul@gmail.com"],
    ["paul@gmail.cmo", "paul@gmail.com"],
    ["paul@gnail.com", "paul@gmail.com"],
    ["paul@hotmial.fr", "paul@hotmail.fr"],
    ["paul@hotmail.cm", "paul@hotmail.com"],
    ["paul@outlok.fr", "paul@outlook.fr"],
    ["paul@yaho.fr", "paul@yahoo.fr"],
    ["paul@yahooo.fr", "paul@yahoo.fr"],
    ["paul@oange.fr", "paul@orange.fr"],
    ["paul@ornage.fr", "paul@orange.fr"],
    ["paul@wanado.fr", "paul@wanadoo.fr"],
    ["paul@laposte.ne", "paul@laposte.net"],
    ["paul@fere.fr", "paul@free.fr"],
    ["paul@srf.fr", "paul@sfr.fr"],
    ["paul@gmail.com", null],
    ["paul@mail.com", null],
    ["paul@ac-nancy-metz.fr", null],
    ["paul@chru-nancy.fr", null],
    ["paul@gmx.fr", null],
    ["paul@orange-business.com", null],
    ["pas une adresse", null],
  ])("%s: %s ?", (typed, meant) => expect(suggestedAddress(typed)).toBe(meant));
});
