import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { addressProblemWords } from "@/lib/reference/commune/labels";
import { understandAddress } from "@/lib/reference/commune/understand-address";
import { grandEst, officialGazetteer } from "@/tests/support/communes";
import { importColumns } from "./columns";
import { addressKeyOf, addressOf, type ImportLine, linesOf, type Lookups, readRow } from "./rows";
import type { ImportedRow } from "./schema";
import { readTable } from "./sheet";

const lookups = {
  themes: [{ id: "01a2104c-2e2c-70d8-8940-40477454a51b", label: "Sommeil" }],
  audiences: [{ id: "01a2104c-2e24-739b-9397-7c4fcfcfb2ee", label: "Tout public" }],
  siteTypes: [{ id: "01a2104c-2e28-70f0-b0de-7af64b9255aa", label: "Milieu scolaire" }],
};

const addresses = (line: ImportLine): Lookups["addresses"] => {
  const address = understandAddress(addressOf(line), officialGazetteer(), grandEst);
  return new Map([
    [
      addressKeyOf(line),
      address.ok
        ? { ok: true, postcode: address.postcode, commune: address.commune.name }
        : {
            ok: false,
            field: address.field === "postcode" ? "sitePostcode" : "siteCommune",
            message: addressProblemWords(address),
          },
    ],
  ]);
};

const typed: Record<string, unknown> = {
  title: "Atelier",
  themeIds: "Sommeil",
  audienceIds: "Tout public",
  places: "5",
  months: "mars à mai",
  slots: "lundi matin",
  siteName: "Collège",
  siteStreet: "1 rue de la Gare",
  sitePostcode: "88000",
  siteCommune: "Épinal",
  siteTypeId: "Milieu scolaire",
  referentName: "Paul Klein",
  referentFunction: "CPE",
  referentPhone: "03 29 00 00 01",
  referentEmail: "paul@exemple.fr",
};

const date = (text: string) => ({
  value: new Date(`${text}T00:00:00Z`),
  type: Date,
  format: "dd/mm/yyyy",
});
const number = (value: number, format?: string) => ({
  value,
  type: Number,
  ...(format ? { format } : {}),
});
const flag = (value: boolean) => ({ value, type: Boolean });

/** The one line of a workbook whose other cells are as anybody types them. */
async function read(cells: Record<string, object | string>): Promise<ImportedRow> {
  const row = importColumns.map(({ field }) => {
    const cell = cells[field] ?? typed[field];
    return cell === undefined
      ? null
      : typeof cell === "string"
        ? { value: cell, type: String }
        : cell;
  });
  const content = await writeXlsxFile([
    importColumns.map(({ heading }) => ({ value: heading, type: String })),
    row,
  ] as never).toBuffer();
  const table = await readTable(content);
  const [line] = linesOf(table.ok ? table.data : []);
  if (!line) throw new Error("no line");
  return readRow(line, { ...lookups, addresses: addresses(line) });
}

describe("cells of a workbook that are no text", () => {
  it.each<[string, Record<string, object | string>, Record<string, string | string[]>]>([
    [
      "a phone number as a number",
      { referentPhone: number(329000001) },
      { referentPhone: "0329000001" },
    ],
    [
      "shown with its zero",
      { referentPhone: number(329000001, "0000000000") },
      { referentPhone: "0329000001" },
    ],
    ["with +33", { referentPhone: number(33329000001) }, { referentPhone: "+33329000001" }],
    [
      "a postcode",
      { sitePostcode: number(88000) },
      { sitePostcode: "88000", siteCommune: "Épinal" },
    ],
    [
      "a postcode that begins with 0",
      { sitePostcode: number(1000), siteCommune: "Bourg-en-Bresse" },
      { sitePostcode: "01000", siteCommune: "Bourg-en-Bresse" },
    ],
    ["an INSEE code", { siteCommune: number(88160) }, { siteCommune: "Épinal" }],
    [
      "a CEDEX code with its line",
      { sitePostcode: number(54035), siteCommune: "NANCY CEDEX" },
      { sitePostcode: "54000", siteCommune: "Nancy" },
    ],
    [
      "the whole line in one cell",
      { sitePostcode: "54035 NANCY CEDEX", siteCommune: "" },
      { sitePostcode: "54000", siteCommune: "Nancy" },
    ],
    [
      "a month, as Excel keeps «mars 2027»",
      { months: { ...date("2027-03-01"), format: "mmm-yy" } },
      { months: ["3"] },
    ],
    [
      "a former commune",
      { sitePostcode: number(68240), siteCommune: "SIGOLSHEIM" },
      { sitePostcode: "68240", siteCommune: "Kaysersberg Vignoble" },
    ],
    ["places", { places: number(5) }, { places: "5" }],
    ["places with a decimal", { places: number(5, "0.00") }, { places: "5" }],
    ["places as the text 5,0", { places: "5,0" }, { places: "5" }],
    ["a title that is a number", { title: number(2026) }, { title: "2026" }],
    ["a month by its number", { months: number(3) }, { months: ["3"] }],
    ["« mars 2026 », a date by now", { months: date("2026-03-01") }, { months: ["3"] }],
  ])("%s", async (_name, cells, expected) => {
    const row = await read(cells);
    expect(row.errors).toEqual({});
    expect(row.values).toMatchObject(expected);
  });

  it.each<[string, Record<string, object | string>, string, RegExp]>([
    ["places and a half", { places: number(5.5) }, "Nombre de places", /nombre entier/],
    [
      "places as a date",
      { places: date("1900-01-05") },
      "Nombre de places",
      /une date \(05\/01\/1900\)/,
    ],
    ["places as 1e2", { places: "1e2" }, "Nombre de places", /en chiffres/],
    ["places as 0x10", { places: "0x10" }, "Nombre de places", /en chiffres/],
    ["several months", { months: "mais, avrille" }, "Mois", /^Mois non compris\s: «\sm.+\sÉcrivez/],
    [
      "several themes",
      { themeIds: "Sommeil, tabac, thé" },
      "Thèmes",
      /^Valeurs inconnues\s: «\stabac\s», «\sthé\s»\. Prenez une valeur de la liste\.$/,
    ],
    ["months to be told", { months: "à définir" }, "Mois", /: «\sà définir\s»/],
    ["places as yes", { places: flag(true) }, "Nombre de places", /en chiffres/],
    ["« 3/5 », a date by now", { months: date("2026-05-03") }, "Mois", /une date \(03\/05\/2026\)/],
    ["« 3,10 », a number by now", { months: number(3.1) }, "Mois", /un nombre \(3\.1\)/],
    ["a CEDEX code alone", { sitePostcode: number(54035), siteCommune: "" }, "Commune", /CEDEX/],
    ["a commune elsewhere", { siteCommune: "Metz" }, "Commune", /Metz \(57000\)/],
    ["a postcode of three digits", { sitePostcode: number(880) }, "Code postal", /./],
    [
      "a phone number that lost its digits",
      { referentPhone: number(3.29e15) },
      "Téléphone du référent",
      /./,
    ],
    [
      "a phone number as a date",
      { referentPhone: date("2026-03-29") },
      "Téléphone du référent",
      /une date/,
    ],
    ["half-days as a date", { slots: date("2026-03-29") }, "Créneaux", /une date/],
    ["a theme as a number", { themeIds: number(3) }, "Thèmes", /Valeur inconnue\s: «\s3\s»/],
    ["an address of mail as a flag", { referentEmail: flag(false) }, "Email du référent", /./],
  ])("%s is named at its cell", async (_name, cells, heading, message) => {
    const { errors } = await read(cells);
    expect(errors[heading]?.[0]).toMatch(message);
    expect(
      Object.keys(errors).filter(
        (other) => other !== heading && !(heading === "Code postal" && other === "Commune"),
      ),
    ).toEqual([]);
  });
});
