import { describe, expect, it } from "vitest";
import { decodeCsv } from "./decode";
import { readTable } from "./sheet";

const words = "Œil et cœur – l’été à 10 €";
const windows: Record<string, number> = { "’": 0x92, Œ: 0x8c, œ: 0x9c, "–": 0x96, "€": 0x80 };
const mac: Record<string, number> = { "’": 0xd5, Œ: 0xce, œ: 0xcf, "–": 0xd0, "€": 0xdb };
Object.assign(mac, { é: 0x8e, è: 0x8f, à: 0x88, ê: 0x90, É: 0x83, ô: 0x99, ç: 0x8d });
const inBytes = (text: string, signs: Record<string, number>) =>
  Buffer.from([...text].map((char) => signs[char] ?? char.charCodeAt(0)));
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("a csv is read whatever saved it", () => {
  const line = `Titre de l’offre;Thèmes\r\n${words};Sommeil`;
  it.each<[string, Buffer]>([
    ["Windows-1252 (Excel in France)", inBytes(line, windows)],
    ["UTF-8", Buffer.from(line)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${line}`)],
    ["UTF-16, «Texte Unicode»", Buffer.from(`\ufeff${line}`, "utf16le")],
    ["UTF-16, the other way", swapped(`\ufeff${line}`)],
    ["UTF-16 without its mark", Buffer.from(line, "utf16le")],
    ["UTF-16, the other way, without its mark", swapped(line)],
    ["MacRoman", inBytes(line, mac)],
    ["Windows-1252 after its separator", inBytes(`sep=;\r\n${line}`, windows)],
    ["UTF-8 with its mark and its separator", Buffer.from(`\ufeffSEP=;\n${line}`)],
    ["a separator in quotes", Buffer.from(`"sep=;"\r\n${line}`)],
  ])("%s", (_name, content) => expect(decodeCsv(content).text).toBe(line));

  it("MacRoman with line ends of its own", () => {
    const old = line.replaceAll("\r\n", "\r");
    expect(decodeCsv(inBytes(old, mac)).text).toBe(old);
    // Nothing but its line ends tells: no letter has an accent.
    const bare = "Titre\rL’eau";
    expect(decodeCsv(inBytes(bare, mac)).text).toBe(bare);
  });

  it("a letter that was cut does not spoil the others", () => {
    const cut = Buffer.concat([Buffer.from("été; à définir; cœur; "), Buffer.from([0xc3])]);
    expect(decodeCsv(cut).text).toBe("été; à définir; cœur; ?");
  });
});

const headings =
  "Titre de l’offre;Thèmes;Publics cibles;Nombre de places;Mois;Créneaux;" +
  "Nom de la structure d’accueil;Adresse;Code postal;Commune;Type de terrain d’action;" +
  "Référent de proximité;Fonction du référent;Téléphone du référent;Email du référent";

describe("the separator of a csv", () => {
  it.each([
    ["a semicolon", ";", ""],
    ["a comma", ",", ""],
    ["a tabulation", "\t", ""],
    ["a bar", "|", ""],
    ["the one it names", "\t", "sep=\t\r\n"],
  ])("is %s", async (_name, delimiter, before) => {
    const lines = [headings.replaceAll(";", delimiter), ["Atelier", "", "", "5"].join(delimiter)];
    const table = await readTable(Buffer.from(before + lines.join("\r\n")));
    expect(table.ok && table.data[1]).toEqual({ line: 2, cells: ["Atelier", "", "", "5"] });
  });

  it("is none of those inside a heading", async () => {
    const given = `"Titre, s’il y en a un";Remarques, questions, divers, autres, a, b, c, d, e;${headings}`;
    const table = await readTable(Buffer.from(given));
    expect(table.ok && table.data[0]?.cells.slice(-1)).toEqual(["Email du référent"]);
  });
});

it("what was only formatted is nothing: rows and columns to the end", async () => {
  const empty = ";".repeat(150);
  const lines = [
    headings + empty,
    `Atelier;;;5${empty}`,
    ...Array<string>(20_000).fill(empty),
    "  ; ;",
  ];
  const table = await readTable(Buffer.from(lines.join("\r\n")));
  expect(table.ok && table.data.map(({ line }) => line)).toEqual([1, 2, 20_003]);
});
