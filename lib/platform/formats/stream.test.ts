import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it, vi } from "vitest";
import { chosenColumns, type ExportColumn } from "./columns";
import { exportStream } from "./stream";
import { serialOf } from "./worksheet";

interface Line {
  text: string;
  places: number;
  at: Date | null;
}
const columns: ExportColumn<Line>[] = [
  { key: "text", heading: "Titre", width: 30, value: ({ text }) => text },
  { key: "places", heading: "Places", width: 10, value: ({ places }) => places },
  { key: "at", heading: "Le", width: 18, value: ({ at }) => at },
];

// oxlint-disable-next-line @typescript-eslint/require-await -- an export reads them one by one
async function* pages(lines: readonly Line[], size = 2) {
  for (let from = 0; from < lines.length; from += size) yield lines.slice(from, from + size);
}

async function saved(format: "csv" | "xlsx", lines: readonly Line[]): Promise<Buffer> {
  return Buffer.from(await new Response(exportStream(format, columns, pages(lines))).arrayBuffer());
}

async function sheetOf(file: Buffer) {
  return (await readXlsxFile(file))[0]?.data ?? [];
}

describe("a list as a file", () => {
  const lines: Line[] = [
    { text: "=1+1", places: 5, at: new Date("2026-11-24T09:30:00Z") },
    { text: 'Point; «virgule»\n<b>&amp;</b> "fin"', places: 2.5, at: null },
    { text: "@SUM(A1)", places: -3, at: new Date("2026-07-14T22:05:00Z") },
  ];

  it(
    "csv: texts that look like formulas are texts, numbers and instants as French " +
      "spreadsheets read them",
    async () => {
      const text = (await saved("csv", lines)).toString("utf8");
      expect(text.startsWith("\uFEFFTitre;Places;Le\r\n")).toBe(true);
      const rows = parse(text, { bom: true, delimiter: ";" });
      expect(rows.slice(1)).toEqual([
        ["'=1+1", "5", "24/11/2026 10:30"],
        [lines[1]?.text, "2,5", ""],
        ["'@SUM(A1)", "-3", "15/07/2026 00:05"],
      ]);
    },
  );

  it("xlsx: a text that looks like an escaped letter stays as it is", async () => {
    const text = "Fichier _x0041_ et _x004";
    const rows = await sheetOf(await saved("xlsx", [{ text, places: 1, at: null }]));
    expect(rows[1]?.[0]).toBe(text);
  });

  it.each(["1970-01-01T00:00:00Z", "2101-06-01T12:00:00Z"])(
    "xlsx: is made by a clock that shows %s",
    async (at) => {
      vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] });
      try {
        expect((await sheetOf(await saved("xlsx", lines)))[1]?.[0]).toBe("=1+1");
      } finally {
        vi.useRealTimers();
      }
    },
  );

  it("xlsx: numbers are numbers, instants are dates, texts are never formulas", async () => {
    const rows = await sheetOf(await saved("xlsx", lines));
    expect(rows[0]).toEqual(["Titre", "Places", "Le"]);
    expect(rows[1]?.slice(0, 2)).toEqual(["=1+1", 5]);
    expect(rows[1]?.[2]).toEqual(new Date("2026-11-24T10:30:00Z"));
    expect(rows[2]?.slice(0, 2)).toEqual([lines[1]?.text, 2.5]);
    expect(rows[3]?.[1]).toBe(-3);
  });

  it("an instant is what the clocks of Paris show, summer and winter", () => {
    expect(serialOf(new Date("2026-01-01T11:00:00Z"))).toBe(46023.5);
    expect(serialOf(new Date("2026-07-01T10:00:00Z"))).toBe(46204.5);
  });

  it("any text comes back, but for what XML cannot write", async () => {
    const writable = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((text) => !/[\u0000-\u001f\ufffe\uffff]|^\s+$/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(writable, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = await sheetOf(
          await saved(
            "xlsx",
            texts.map((text) => ({ text, places: 1, at: null })),
          ),
        );
        expect(rows.slice(1).map(([text]) => String(text).trim())).toEqual(
          texts.map((text) => text.trim()),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("columns are those asked for, in the list's order; an address with none has all", () => {
    expect(chosenColumns(columns, ["at", "text", "forged"]).map(({ key }) => key)).toEqual([
      "text",
      "at",
    ]);
    expect(chosenColumns(columns, [])).toHaveLength(3);
  });
});
