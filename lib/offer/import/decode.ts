import { windowsSigns } from "@/lib/platform/values/characters";

/** Bytes that are looked at to tell one encoding from another. */
const sampleSize = 100_000;

/**
 * The text of a csv, whatever program saved it: UTF-8, UTF-16 («Texte Unicode» of Excel), or the
 * eight bits of Windows or of a Macintosh. The line by which Excel is told the separator is taken
 * off: spreadsheets do not count it.
 * @returns `delimiter` null where the file does not say it
 */
export function decodeCsv(content: Buffer): { text: string; delimiter: string | null } {
  const text = decode(content).replace(/^\ufeff/, "");
  const [line = "", delimiter = null] = /^"?sep=([;,|\t])"?[ \t]*(?:\r\n?|\n|$)/i.exec(text) ?? [];
  return { text: text.slice(line.length), delimiter };
}

function decode(content: Buffer): string {
  const sixteen = sixteenBits(content);
  if (sixteen) return new TextDecoder(sixteen).decode(content);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    const sample = content.subarray(0, sampleSize).toString("latin1");
    return isMostlyUtf8(sample)
      ? new TextDecoder("utf-8").decode(content).replaceAll("\ufffd", "?")
      : eightBits(content, sample);
  }
}

/** By its mark, else by the zeros of its Latin letters. */
function sixteenBits(content: Buffer): "utf-16le" | "utf-16be" | null {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = content.subarray(0, 200);
  const zeros = [0, 1].map(
    (odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length,
  );
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (even < 0.01 && odd > 0.8) return "utf-16le";
  return odd < 0.01 && even > 0.8 ? "utf-16be" : null;
}

/** A file of UTF-8 that was cut in a letter, or into which a line of another file was pasted. */
function isMostlyUtf8(sample: string): boolean {
  const sequences = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}/g;
  const inSequences = (sample.match(sequences) ?? []).join("").length;
  const all = (sample.match(/[\u0080-\u00ff]/g) ?? []).length;
  return inSequences > all * 0.8;
}

/** Letters and signs of French, as each of the two writes them. */
const windowsFrench = /[àâçèéêëîïôùûüÀÂÇÈÉÊËÎÏÔÙÛ\u0092\u009c\u008c\u0096\u0080«»°]/g;
const macFrench =
  /[\x88\x89\x8d\x8e\x8f\x90\x91\x94\x95\x99\x9d\x9e\x9f\xcb\xe5\x82\xe9\x83\xd5\xcf]/g;

/**
 * A Macintosh ends its lines with a carriage return alone, as a rule; its French letters are
 * others' control characters and capitals.
 */
function eightBits(content: Buffer, sample: string): string {
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length;
  const mac = count(macFrench) - count(windowsFrench);
  const isMac = mac > 0 || (mac === 0 && /\r(?!\n)/.test(sample));
  // Node takes Windows-1252 for Latin-1 (nodejs/node#60888); for MacRoman it asks ICU.
  return isMac
    ? new TextDecoder("macintosh").decode(content)
    : windowsSigns(content.toString("latin1"));
}
