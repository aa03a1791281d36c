import { type Zippable, zipSync } from "fflate";
import { importColumns } from "@/lib/offer/import/columns";

const bytes = (text: string) => new TextEncoder().encode(text);
const headings = importColumns.map(({ heading }) => heading);
const headingLine = headings.join(";");

/** A workbook of one sheet, stored where workbooks store it unless its parts say otherwise. */
function workbook(parts: Record<string, string>): Buffer {
  const all = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml":
      '<workbook><sheets><sheet name="Offres" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" ' +
      'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" ' +
      'Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ...parts,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, bytes(text)])), {
      level: 6,
    }),
  );
}

/** What stands between a sheet's first and last row. */
const sheet = (rows: string, name = "xl/worksheets/sheet1.xml") => ({
  [name]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const letters = (index: number) => String.fromCharCode(65 + index);
const headingRow =
  "<row " +
  `r="1">${headings.map((heading, index) => text(`${letters(index)}1`, heading)).join("")}</row>`;
const typed: Record<string, string> = {
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
/** One offer as anybody types it. */
const offerRow = (row: number) =>
  "<row " +
  `r="${row}">${importColumns.map(({ field }, index) => text(`${letters(index)}${row}`, typed[field] ?? "")).join("")}</row>`;
const cell = (attributes: string) =>
  workbook(sheet(`${headingRow}<row r="2"><c ${attributes}><v>1</v></c></row>`));
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join("");
const filled = (size: number, piece: string) =>
  Buffer.from(piece.repeat(Math.floor(size / Buffer.byteLength(piece))));
const all = 5 * 1024 * 1024;
const rest = all - Buffer.byteLength(headingLine) - 1;
const under = (piece: string) =>
  Buffer.concat([Buffer.from(`${headingLine}\n`), filled(rest, piece)]);

/** An archive whose headers tell ten bytes for each part. */
function understated(archive: Buffer): Buffer {
  for (
    let at = archive.indexOf("PK\u0001\u0002");
    at >= 0;
    at = archive.indexOf("PK\u0001\u0002", at + 4)
  )
    archive.writeUInt32LE(10, at + 24);
  return archive;
}

/** Two parts of one name: which one is read depends on the reader. */
function doubled(): Buffer {
  const archive = workbook({ ...sheet(headingRow), "xl/worksheets/sheet2.xml": "<worksheet/>" });
  for (let at = archive.indexOf("sheet2.xml"); at >= 0; at = archive.indexOf("sheet2.xml", at + 1))
    archive.write("sheet1.xml", at, "latin1");
  return archive;
}

const spreadsheetOf = (mimetype: string) =>
  Buffer.from(
    zipSync({
      mimetype: [bytes(mimetype), { level: 0 }],
      "content.xml": bytes("<office/>"),
    } satisfies Zippable),
  );
const shared = (strings: string) =>
  workbook({
    ...sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
  });

/** Name, content, and why it is refused. None takes 3 s or 200 MB. */
export const hostileSheets: [string, Buffer, string][] = [
  ["0 bytes", Buffer.alloc(0), "empty"],
  ["too large", Buffer.alloc(all + 1, 0x61), "tooLarge"],
  ["a picture", Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000", "latin1"), "wrongType"],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), "wrongType"],
  ["a program", Buffer.from("MZ\u0090\u0000\u0003", "latin1"), "wrongType"],
  ["a csv with NUL", Buffer.from(`${headingLine}\n\u0000`), "wrongType"],
  ["5 MB of NUL", Buffer.alloc(all), "wrongType"],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "webPage"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "oldExcel"],
  [
    "a workbook with a password",
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
    "encrypted",
  ],
  [
    "an old workbook in words",
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    "oldExcel",
  ],
  [
    "a table of a page named .xls",
    Buffer.from("\n<table><tr><td>Titre</td></tr></table>"),
    "webPage",
  ],
  ["a workbook of Numbers", workbook({ "Index/Document.iwa": "x" }), "numbers"],
  [
    "an OpenDocument spreadsheet",
    spreadsheetOf("application/vnd.oasis.opendocument.spreadsheet"),
    "openDocument",
  ],
  ["an OpenDocument text", spreadsheetOf("application/vnd.oasis.opendocument.text"), "wrongType"],
  ["a binary workbook", workbook({ "xl/workbook.bin": "x" }), "binaryExcel"],
  ["a zip bomb", workbook(sheet("<a/>".repeat(5 * 1024 * 1024))), "bomb"],
  ["a zip bomb that lies", understated(workbook(sheet(" ".repeat(20 * 1024 * 1024)))), "bomb"],
  [
    "elements by the million, in headers that lie",
    understated(workbook(sheet("<c/>".repeat(3_000_000)))),
    "bomb",
  ],
  [
    "a bomb of styles",
    workbook({
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" ' +
        'Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="http://x/styles" ' +
        'Target="styles.xml"/></Relationships>',
      ...sheet(""),
      "xl/styles.xml": `<styleSheet>${" ".repeat(20 * 1024 * 1024)}</styleSheet>`,
    }),
    "bomb",
  ],
  [
    "40 MB of shared strings in 92 kB",
    shared("<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(1_050_000)),
    "bomb",
  ],
  [
    "too many files",
    workbook(
      Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`xl/a${index}.xml`, "<a/>"])),
    ),
    "bomb",
  ],
  [
    "one long text in many cells",
    workbook({
      ...sheet(
        `${headingRow}${times(500, (index) => "<row " + `r="${index + 2}">${times(17, (column) => `<c r="${letters(column)}${index + 2}" t="s"><v>0</v></c>`)}</row>`)}`,
      ),
      "xl/sharedStrings.xml": `<sst><si><t>${"a".repeat(8_000)}</t></si></sst>`,
    }),
    "bomb",
  ],
  ["macros", workbook({ "xl/vbaProject.bin": "x" }), "macros"],
  [
    "a docx",
    Buffer.from(
      zipSync({ "[Content_Types].xml": bytes("<Types/>"), "word/document.xml": bytes("<w/>") }),
    ),
    "wrongType",
  ],
  ["a cut zip", Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "unreadable"],
  [
    "a directory that points outside",
    Buffer.concat([
      Buffer.from([0x50, 0x4b, 0x03, 0x04]),
      Buffer.from([
        0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0, 9, 0, 9, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0,
        0,
      ]),
    ]),
    "unreadable",
  ],
  ["two parts of one name", doubled(), "unreadable"],
  [
    "something after the archive",
    Buffer.concat([workbook(sheet(headingRow)), Buffer.from("<script>")]),
    "unreadable",
  ],
  ["a row by an exponent", cell('r="A9e9"'), "unreadable"],
  ["a row of two million", cell('r="A2e6"'), "unreadable"],
  ["a row past the last", cell('r="A1048577"'), "unreadable"],
  ["a row in entities", cell('r="A200000&#48;"'), "unreadable"],
  ["a column past the last", cell('r="XFE2"'), "unreadable"],
  ["a cell of another row", cell('r="A9"'), "unreadable"],
  ["a cell without letters", cell('r="2"'), "unreadable"],
  ["a cell with dollars", cell('r="$A$2"'), "unreadable"],
  ["a cell in single quotes", cell("r='A9e9'"), "unreadable"],
  [
    "a cell with a prefix",
    workbook({
      "xl/worksheets/sheet1.xml":
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c ' +
        'r="A9e9"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    }),
    "unreadable",
  ],
  ["rows that go back", workbook(sheet(`${headingRow}<row r="9"/><row r="3"/>`)), "unreadable"],
  ["a row of a billion", workbook(sheet('<row r="1000000000"/>')), "unreadable"],
  [
    "a shared string that is not there",
    workbook({
      ...sheet(`${headingRow}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`),
      "xl/sharedStrings.xml": "<sst/>",
    }),
    "unreadable",
  ],
  ["a workbook without sheets", workbook({ "xl/workbook.xml": "<workbook/>" }), "unreadable"],
  [
    "a sheet that is elsewhere",
    workbook({
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" ' +
        'Target="https://attacker.example/sheet1.xml" ' +
        'TargetMode="External"/></Relationships>',
    }),
    "unreadable",
  ],
  [
    "a sheet above the archive",
    workbook({
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" ' +
        'Target="../../../../etc/passwd"/></Relationships>',
    }),
    "unreadable",
  ],
  [
    "entities",
    workbook({
      "xl/worksheets/sheet1.xml":
        '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><worksheet>&d;</worksheet>',
    }),
    "unreadable",
  ],
  ["an entity nobody declared", workbook(sheet("<row>&b;</row>")), "unreadable"],
  ["elements without end", workbook(sheet("<a>".repeat(400_000))), "unreadable"],
  [
    "attributes without end",
    workbook(sheet(`<a ${times(500_000, (index) => `a${index}="" `)}/>`)),
    "unreadable",
  ],
  ["other headings", Buffer.from("a;b;c\r\n1;2;3"), "headings"],
  [
    "a million rows",
    workbook(
      sheet(
        `${headingRow}${times(50_000, (index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`)}`,
      ),
    ),
    "tooManyRows",
  ],
  [
    "a quote that never ends",
    Buffer.from(`${headingLine}\r\n"${"a".repeat(300_000)}`),
    "unreadable",
  ],
  ["5 MB of quotes", filled(all, '"'), "unreadable"],
  ["5 MB in a quote", under('"').fill("a;b\n", Buffer.byteLength(headingLine) + 2), "unreadable"],
  ["5 MB of line ends", filled(all, "\n"), "headings"],
  ["headings and 5 MB of line ends", under("\n"), "tooManyRows"],
  ["5 MB of lines of two cells", filled(all, "a;b\n"), "headings"],
  ["headings and 5 MB of lines of two cells", under("a;b\n"), "tooManyRows"],
  ["headings and 5 MB of empty cells", under(`${";".repeat(16)}\n`), "noRow"],
  ["one line of 5 MB", filled(all, "a"), "headings"],
];

/** Unusual and right: name, content, how many offers it holds. */
export const unusualSheets: [string, Buffer, number][] = [
  [
    "a formatted empty cell at the end of the world",
    workbook(
      sheet(`${headingRow}${offerRow(2)}<row r="1048576" ht="20"><c r="XFD1048576" s="0"/></row>`),
    ),
    1,
  ],
  [
    "a value far right of the table",
    workbook(sheet(`${headingRow}${offerRow(2)}<row r="3"><c r="XFD3"><v>1</v></c></row>`)),
    1,
  ],
  [
    "a sheet stored elsewhere in the archive",
    workbook({
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" ' +
        'Target="/feuilles/une.xml"/></Relationships>',
      ...sheet(`${headingRow}${offerRow(2)}`, "feuilles/une.xml"),
    }),
    1,
  ],
  [
    "elements with a prefix",
    workbook({
      "xl/worksheets/sheet1.xml":
        "<x:worksheet " +
        `xmlns:x="a"><x:sheetData>${`${headingRow}${offerRow(2)}`.replaceAll(/<(\/?)([a-z])/g, "<$1x:$2")}</x:sheetData></x:worksheet>`,
    }),
    1,
  ],
  [
    "a dimension that lies, spans and merged cells",
    workbook({
      "xl/worksheets/sheet1.xml":
        "<worksheet><dimension " +
        `ref="A1:XFD1048576"/><sheetData>${headingRow.replace("<row", '<row spans="1:16384"')}${offerRow(2)}</sheetData><mergeCells><mergeCell ` +
        `ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    }),
    1,
  ],
  [
    "rows and cells that are not numbered",
    workbook(sheet(`${headingRow}${offerRow(2)}`.replaceAll(/ r="[A-Z]*\d+"/g, ""))),
    1,
  ],
  [
    "an inline string without a text",
    workbook(
      sheet(
        `${headingRow}${offerRow(2).replace('<c r="H2" t="inlineStr"><is><t></t></is></c>', '<c r="H2" t="inlineStr"></c>')}`,
      ),
    ),
    1,
  ],
  ["an offer in line 30,000", workbook(sheet(`${headingRow}${offerRow(30_000)}`)), 1],
  [
    "500 offers",
    workbook(sheet(`${headingRow}${times(500, (index) => offerRow(index + 2))}`)),
    500,
  ],
];
