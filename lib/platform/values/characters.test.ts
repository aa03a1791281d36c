import { describe, expect, it } from "vitest";
import { isVisible, readable, windowsSigns } from "./characters";
import { line, paragraphs } from "./fields";

describe("what was pasted", () => {
  it.each([
    ["l\u0092\u00e9t\u00e9 \u0096 10 \u0080", "l’été – 10 €"],
    ["\u009cuf \u0081\u008d\u009d", "œuf "],
    ["a\u0000b\u0007c\u007fd", "abcd"],
    ["e\u0301te\u0301", "été"],
    ["Cli\u200bni\u2060que\ufeff", "Clinique"],
    ["\u202emoc.\u202c", "moc."],
    ["réfé\u00adrent", "référent"],
    ["un\u000bdeux\u2028trois\rquatre\r\ncinq", "un\ndeux\ntrois\nquatre\ncinq"],
    ["👩\u200d⚕️ ≥ 3 · Ω · Привет", "👩\u200d⚕️ ≥ 3 · Ω · Привет"],
    ["a\ud800b", "ab"],
    ["un\tdeux", "un\tdeux"],
  ])("%j is %j", (typed, shown) => expect(readable(typed)).toBe(shown));

  it("never enters as control characters, on one line or several", () => {
    const all = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).join("");
    expect(line(500, "Le titre").parse(all)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(paragraphs.parse(all)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it.each(["", " \u00a0\u3000", "\u200b", "\u200d\ufe0f", "\u3164", "\u2800", "\u0301"])(
    "%j shows nothing",
    (text) => expect(isVisible(text)).toBe(false),
  );

  it.each(["a", "é", "7", "–", "李", "👩"])("%j shows something", (text) =>
    expect(isVisible(text)).toBe(true),
  );
});

it("knows all that Windows-1252 has, as a browser decodes it", () => {
  const codes = Array.from({ length: 32 }, (_, index) => 0x80 + index);
  const shown = codes.map((code) => windowsSigns(String.fromCharCode(code)));
  const decoder = new TextDecoder("windows-1252");
  const decoded = codes.map((code) => decoder.decode(Uint8Array.of(code), { stream: true }));
  expect(shown).toEqual(decoded.map((sign) => (/[\u0080-\u009f]/.test(sign) ? "" : sign)));
});
