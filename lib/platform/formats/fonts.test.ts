// @ts-expect-error pdfkit brings it, without types
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { drawable, type FontFamily, fontFile, fontFiles, runsOf } from "./fonts";

/** Codes in a row, as first and last. */
function ranges(codes: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found;
}

describe("the fonts of what is printed", () => {
  // After another file of a font:
  // npx vitest run --project unit lib/platform/formats/fonts.test.ts -u
  it("have what is said of them", async () => {
    const families = Object.keys(fontFiles) as FontFamily[];
    const all = families.map((family) => {
      const [regular, bold] = (["regular", "bold"] as const).map((weight) =>
        (create as (font: unknown) => { characterSet: number[] })(fontFile(family, weight)),
      );
      const both = new Set(bold?.characterSet);
      return [family, ranges((regular?.characterSet ?? []).filter((code) => both.has(code)))];
    });
    await expect(JSON.stringify(Object.fromEntries(all))).toMatchFileSnapshot("font-coverage.json");
  });

  it.each([
    ["≥ 18 ans, ≠ ±2 → ✓", "≥ 18 ans, ≠ ±2 → ✓"],
    ["Ωμέγα αβγ", "Ωμέγα αβγ"],
    ["Привет, Україна №", "Привет, Україна №"],
    ["🏥 💉 ❤️ 🙂", "🏥 💉 ❤ 🙂"],
    ["👩🏽\u200d⚕️", "👩⚕"],
    ["l’été à 10 €, cœur", "l’été à 10 €, cœur"],
    ["a\u202eb\u0007c", "abc"],
    ["漢", "?"],
    ["un\r\ndeux", "un\ndeux"],
  ])("%j is drawn as %j", (text, drawn) => expect(drawable(text)).toBe(drawn));

  it("do not take turns without end", () => {
    expect(runsOf(drawable("≥Ω".repeat(500)))).toHaveLength(1);
  });

  it("take turns in a line, blanks with what they follow", () => {
    expect(runsOf("Taux ≥ 5 Ω🙂 ok")).toEqual([
      { family: "main", text: "Taux " },
      { family: "signs", text: "≥ " },
      { family: "main", text: "5 " },
      { family: "greek", text: "Ω" },
      { family: "emoji", text: "🙂 " },
      { family: "main", text: "ok" },
    ]);
  });
});
