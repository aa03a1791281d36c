import { readFileSync } from "node:fs";
import { assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "@/lib/platform/values/contrast";

type Palette = (token: string) => string;

const style = readFileSync("app/tokens.css", "utf8");
const day = declared(style.slice(style.indexOf(":root {")));
const night = {
  ...day,
  ...declared(style.slice(style.indexOf("screen and (prefers-color-scheme: dark)"))),
};
const schemes = [
  ["by day", day],
  ["by night", night],
] as const;

/** What is read, on what it stands on. */
const texts = [
  ...["ink", "muted", "accent-drawn", "accent-strong"].flatMap((text) =>
    ["surface", "canvas", "accent-soft"].map((ground) => [text, ground] as const),
  ),
  ...["success", "warning", "danger", "info"].flatMap((tone) =>
    [`${tone}-soft`, "surface", "canvas"].map((ground) => [tone, ground] as const),
  ),
  ...["success", "warning", "danger", "info"].map((tone) => ["ink", `${tone}-soft`] as const),
  ["surface", "accent-drawn"],
  ["surface", "accent-strong"],
] as const;

/** Colours that an agency may have: those the environment takes (AGENCY_ACCENT). */
const accent = tuple(byte(), byte(), byte())
  .map(hex)
  .filter((colour) => contrast(colour, "#ffffff") >= 4.5);

describe.each(schemes)("%s", (_, tokens) => {
  test("every text is read, whatever the agency's colour", () => {
    assert(
      property(accent, constantFrom(...texts), (colour, [text, ground]) => {
        const of = palette(tokens, colour);
        expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000, examples: [["#000000", ["accent-drawn", "accent-soft"]]] },
    );
  });

  test("what surrounds a field is seen", () => {
    for (const ground of ["surface", "canvas"]) {
      const of = palette(tokens, "#0b6157");
      expect(contrast(of("control"), of(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  test("ink is read on the darkest tint of a plot", () => {
    assert(
      property(accent, (colour) => {
        const of = palette(tokens, colour);
        const tint = mix(of("accent-drawn"), 0.4, of("surface"));
        expect(contrast(of("ink"), tint)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

/** The custom properties of the block that begins here. */
function declared(css: string): Record<string, string> {
  const block = css.slice(0, css.indexOf("}"));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

function palette(tokens: Record<string, string>, colour: string): Palette {
  const read = (value: string): string => {
    const mixed = /^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/.exec(value);
    if (mixed) return mix(read(mixed[1] ?? ""), Number(mixed[2]) / 100, read(mixed[3] ?? ""));
    const named = /^var\(--(.+)\)$/.exec(value)?.[1];
    if (named) return named === "accent" ? colour : read(tokens[named] ?? "");
    if (value === "white") return "#ffffff";
    return value === "black" ? "#000000" : value;
  };
  return (token) => read(tokens[token] ?? "");
}

function mix(one: string, share: number, other: string): string {
  const beside = channels(other);
  return hex(channels(one).map((each, at) => each * share + (beside[at] ?? 0) * (1 - share)));
}

function channels(colour: string): number[] {
  expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(colour: readonly number[]): string {
  return `#${colour.map((each) => Math.round(each).toString(16).padStart(2, "0")).join("")}`;
}

function byte() {
  return integer({ min: 0, max: 255 });
}
