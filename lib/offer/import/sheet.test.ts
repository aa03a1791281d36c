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
