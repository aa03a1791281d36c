import nextEnv from "@next/env";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { misread } from "./env-file";

const environment = { ...process.env };
beforeEach(() => {
  process.env = { ...environment, KNOWN: "x" };
});
afterEach(() => {
  process.env = environment;
});

/** As Next reads them at a start, the first before the others. */
function read(...contents: string[]): string[] {
  const files = contents.map((text, index) => ({ path: `${index}`, contents: text, env: {} }));
  nextEnv.processEnv(files, undefined, console, true);
  return misread(contents, process.env);
}

describe("an .env file", () => {
  it.each([
    "A=#0b6157",
    "A = #0b6157",
    "export A=ab#cd",
    "A=postgres://u:pa$word@h/d",
    "A='pa$word'",
    'A="pa${word}"',
    "A=x #1 <a@b.fr>",
    "A=1\nA=a#b",
  ])("is told not to be read as it is typed: %s", (contents) => {
    expect(read(contents)).toEqual(["A"]);
  });

  it.each([
    "A=",
    "A= # a comment",
    "#A=a#b",
    "A=ab # a comment, it's one",
    "A='#0b6157'",
    'A="#0b6157" # a comment',
    "A=pa\\$word",
    "A='pa\\$w#rd'",
    "A=a b=c",
    "A=Name <a@b.fr>\r\n",
    'A="Agency, East" <a@b.fr>',
    "A=a#b\nA=ab",
    // What is a reference indeed.
    "A=https://$KNOWN.example",
    "HOST=h\nA=https://${HOST}",
  ])("is read as it is typed: %s", (contents) => {
    expect(read(contents)).toEqual([]);
  });

  it("counts where it comes first", () => {
    expect(read("A=1", "A=2#3")).toEqual([]);
    expect(read("A=2#3", "A=1")).toEqual(["A"]);
  });
});
