import { describe, expect, it } from "vitest";
import { containsAddress, nameLine } from "./names";

const read = (text: string) => nameLine(200, "Le nom").safeParse(text);

describe("a name", () => {
  it.each([
    "Votre colis est bloqué : http://exemple.test/x",
    "http:// exemple",
    "hxxps://exemple",
    "HTTPS:\\\\exemple",
    "//exemple",
    "mailto:moi",
    "javascript:alert(1)",
    "www.exemple",
    "WWW2 .exemple",
    "bit.ly/x",
    "exemple.com",
    "Cliquez ici exemple .com",
    "exemple.com.",
    "exemple.com, merci",
    "Exemple.FR",
    "exemple.co.uk",
    "exemple.xyz",
    "gagnez.top/prix",
    "exemple。com",
    "exemple．com",
    "exemple｡com",
    "exemple․com",
    "exe\u200bmple.\u200bcom",
    "ｅｘｅｍｐｌｅ．ｃｏｍ",
    "moi@exemple.fr",
    "moi＠exemple.fr",
    "moi [at] exemple",
    "exemple [.] com",
    "exemple (dot) com",
    "exemple(point)com",
    "192.0.2.1",
    "p\u0430ypal", // Cyrillic а
    "équipe.exemple.fr",
    "a.com",
    "1.fr/a",
  ])("is not «%s»", (text) => {
    expect(containsAddress(text)).toBe(true);
    expect(read(text).error?.issues).toHaveLength(1);
    expect(read(text).error?.issues[0]?.message).toMatch(/^Le nom ne peut pas contenir d’adresse/);
  });

  it.each([
    "Claire\nhttp",
    "Claire\rMartin",
    "Claire\u2028Martin",
    "Claire\u2029Martin",
    "Claire\u0085Martin",
    "Claire\u000bMartin",
  ])("is one line: %j", (text) => {
    expect(read(text).error?.issues.map(({ message }) => message)).toEqual([
      "Le nom tient sur une ligne.",
    ]);
  });

  it.each([
    ["Claire \u202emoc", "Claire moc"],
    ["Cla\u200bire\ufeff", "Claire"],
    ["Cla\u200dire\u3164", "Claire"],
    ["\u2066Claire\u2069 \u00ad", "Claire"],
  ])("%j is what one sees of it", (typed, seen) => expect(read(typed).data).toBe(seen));

  it.each(["\u200b", "\u3164\u3164", "\u200d \u2800", "\u0301"])("%j shows nothing", (text) =>
    expect(read(text).error?.issues[0]?.message).toBe(
      "Le nom ne contient aucun caractère visible.",
    ),
  );

  it.each([
    "Claire",
    "Jean-Pierre",
    "J.-P. Martin",
    "J.P. Martin",
    "M. de La Tour",
    "Dr. Me Martin",
    "Mme Le Goff-N’Guyen",
    "D’Angelo",
    "Œuvre de secours aux enfants (O.S.E.)",
    "C.H.R.U. de Nancy",
    "C.H.R.U de Nancy",
    "E.H.P.A.D. « Les Tilleuls »",
    "CHRS / hébergement social",
    "Infirmier/Infirmière",
    "Directeur·rice adjoint·e",
    "St. Max",
    "Ste.Marie-aux-Mines",
    "M.Leclerc",
    "Assoc. de soins à domicile",
    "Coordonnateur : prévention, promotion",
    "Collège n° 2, bât. B",
    "Cyb@ction",
    "Maison de santé « 7.2 »",
    "Établissement 3.0",
    "Centre social A.B.C.",
    "S.A.M.U. social",
    "U.F.C.V. Grand Est",
    "Chargée de mission (santé publique)",
    "Lycée Henri-Poincaré, 1er ét.",
    "Ångström Müller Łukasz",
    "µ-santé",
    "Lycée  Jeanne d’Arc ",
  ])("is «%s»", (text) => {
    expect(read(text).error?.issues).toBeUndefined();
  });

  it("keeps its own limit, and says what it is about", () => {
    expect(nameLine(3, "Le prénom").safeParse("Anne").error?.issues[0]?.message).toBe(
      "Le prénom compte au plus 3 caractères.",
    );
  });
});
