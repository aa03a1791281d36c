import { expect, it } from "vitest";
import { hostileSheets, unusualSheets } from "@/tests/support/hostile-sheets";
import { columnsOf } from "./columns";
import { linesOf } from "./rows";
import { readTable } from "./sheet";

async function outcomeOf(content: Buffer): Promise<string | number> {
  const table = await readTable(content);
  if (!table.ok) return table.code;
  if (columnsOf(table.data[0]?.cells ?? []).missing.length > 0) return "headings";
  const offers = linesOf(table.data).length;
  return offers === 0 ? "noRow" : offers;
}

it.each(hostileSheets)(
  "refuses %s",
  async (_name, content, code) => {
    expect(await outcomeOf(content)).toBe(code);
  },
  30_000,
);

it.each(unusualSheets)(
  "reads %s",
  async (_name, content, offers) => {
    expect(await outcomeOf(content)).toBe(offers);
  },
  30_000,
);

it("reads what Excel saves in France, and its «Texte Unicode»", async () => {
  const line = "Titre de l’offre;Thèmes\r\nŒil et cœur – l’été à 10 €;Sommeil";
  const windows = line
    .replaceAll("’", "\u0092")
    .replaceAll("Œ", "\u008c")
    .replaceAll("œ", "\u009c")
    .replaceAll("–", "\u0096")
    .replaceAll("€", "\u0080");
  // Other headings are missing: only the first line is kept, and it is read right.
  for (const content of [
    Buffer.from(windows, "latin1"),
    Buffer.from(`\uFEFF${line.replaceAll(";", "\t")}`, "utf16le"),
  ]) {
    const table = await readTable(content);
    expect(table.ok ? table.data : table).toEqual([
      { line: 1, cells: ["Titre de l’offre", "Thèmes"] },
    ]);
  }
});
