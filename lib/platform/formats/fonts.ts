import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import coverage from "./font-coverage.json";
import { printable } from "./printable";

// Read from where the server was started: next.config.ts has a build that stands alone take the
// folder along.
const folder = path.join(process.cwd(), "lib/platform/formats/fonts");

/**
 * The portal's own letters first, then those that have the signs it lacks. Each is drawn where its
 * turn comes: a sheet without Greek embeds no Greek.
 */
export const fontFiles = {
  main: {
    regular: "AtkinsonHyperlegibleNext-Regular.ttf",
    bold: "AtkinsonHyperlegibleNext-Bold.ttf",
  },
  greek: { regular: "NotoSansGreek-Regular.ttf", bold: "NotoSansGreek-Bold.ttf" },
  cyrillic: { regular: "NotoSansCyrillic-Regular.ttf", bold: "NotoSansCyrillic-Bold.ttf" },
  signs: { regular: "NotoSansMath-Regular.ttf", bold: "NotoSansMath-Regular.ttf" },
  emoji: { regular: "NotoEmoji-Regular.ttf", bold: "NotoEmoji-Regular.ttf" },
} as const;

export type FontFamily = keyof typeof fontFiles;
const families = Object.keys(fontFiles) as FontFamily[];

const loaded = new Map<string, Buffer>();

/** A file of a font, read once. */
export function fontFile(family: FontFamily, weight: "regular" | "bold"): Buffer {
  const name = fontFiles[family][weight];
  const known = loaded.get(name) ?? readFileSync(path.join(folder, name));
  loaded.set(name, known);
  return known;
}

/** First and last code of each run of signs that a font has. */
const ranges: Readonly<Record<FontFamily, readonly number[][]>> = coverage;

function familyOf(char: string): FontFamily | null {
  if (/[ -~]/.test(char)) return "main";
  const code = char.codePointAt(0) ?? 0;
  const has = (family: FontFamily) =>
    ranges[family].some(([first = 0, last = 0]) => code >= first && code <= last);
  return families.find(has) ?? null;
}

/** What joins or colours emoji: without them each is drawn by itself. */
const joining = /[\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/gu;

/** Changes of font in one text: each costs a millisecond. Nobody writes so many. */
const mostRuns = 150;

/** A text with signs that one of the fonts has; of any other, what says the same or nearly so. */
export function drawable(text: string): string {
  const plain = text.normalize("NFC").replaceAll("\r\n", "\n").replaceAll(joining, "");
  const drawn = [...plain]
    .map((char) =>
      char !== "\n" && !/\p{C}/u.test(char) && familyOf(char) ? char : printable(char),
    )
    .join("");
  return runsOf(drawn).length > mostRuns ? printable(drawn) : drawn;
}

/** A part of a line that one font draws. */
export interface Run {
  family: FontFamily;
  text: string;
}

/** A line of {@link drawable} text, by the font that draws each of its parts. */
export function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  for (const char of line) {
    const last = runs.at(-1);
    // A blank goes with what it follows.
    const family = last && /\s/.test(char) ? last.family : (familyOf(char) ?? "main");
    if (last?.family === family) last.text += char;
    else runs.push({ family, text: char });
  }
  return runs;
}
