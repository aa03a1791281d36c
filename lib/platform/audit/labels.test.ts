import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deedGroups, deedInWords } from "./labels";

/**
 * Deeds as the commands write them: `deed: "offer:note"`, or a code handed to a function that
 * records it.
 */
const deeds = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /commands(\.ts|\/[^/]+\.ts)$/.test(file))
  .flatMap((file) =>
    [...readFileSync(`lib/${file}`, "utf8").matchAll(/deed: "(\w+:\w+)"/g)].map(
      ([, deed = ""]) => deed,
    ),
  );

describe("the words of the journal", () => {
  it("name every deed that a command records, and its group", () => {
    expect(new Set(deeds).size).toBeGreaterThan(25);
    const general = new Set([deedInWords("offer:x"), deedInWords("x:x")]);
    expect(
      deeds.filter((deed) => deed !== "offer:applyMinorEdit" && general.has(deedInWords(deed))),
    ).toEqual([]);
    expect(
      deeds.filter((deed) => !deedGroups.some((group) => deed.startsWith(`${group}:`))),
    ).toEqual([]);
  });
});
