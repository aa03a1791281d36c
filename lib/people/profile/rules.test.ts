import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserInWords } from "./browser";
import { closingOf, successorOf } from "./rules";

const administrator = { role: "administrator" } as const;
const editor = { role: "editor" } as const;

describe("closing an account", () => {
  it.each([
    ["administrator", [], "closeStructure"],
    ["administrator", [editor], "transferFirst"],
    ["administrator", [editor, administrator], "passOn"],
    ["editor", [administrator], "passOn"],
    ["editor", [], "closeStructure"],
  ] as const)("%s with %j: %s", (role, others, expected) => {
    expect(closingOf(role, others)).toBe(expected);
  });

  it("never leaves people without an administrator", () => {
    const role = fc.constantFrom("administrator" as const, "editor" as const);
    fc.assert(
      fc.property(role, fc.array(fc.record({ role })), (own, others) => {
        const hadOne =
          own === "administrator" || others.some((other) => other.role === "administrator");
        if (!hadOne || others.length === 0 || closingOf(own, others) !== "passOn") return true;
        return others.some((other) => other.role === "administrator");
      }),
    );
  });

  it("passes the offers on to an administrator with a confirmed address, the eldest", () => {
    const at = (year: number) => new Date(Date.UTC(year, 0, 1));
    const people = [
      { id: "a", role: "editor", addressConfirmed: true, createdAt: at(2020) },
      { id: "b", role: "administrator", addressConfirmed: false, createdAt: at(2021) },
      { id: "c", role: "administrator", addressConfirmed: true, createdAt: at(2023) },
      { id: "d", role: "administrator", addressConfirmed: true, createdAt: at(2022) },
    ] as const;
    expect(successorOf(people)?.id).toBe("d");
    expect(successorOf(people.slice(0, 2))?.id).toBe("b");
    expect(successorOf(people.slice(0, 0))).toBeUndefined();
  });
});

describe("a browser in words", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
      "Firefox sur Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) " +
        "Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
      "Edge sur Windows",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) " +
        "HeadlessChrome/141.0.0.0 Safari/537.36",
      "Chrome sur Linux",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 " +
        "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari sur iPhone",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like " +
        "Gecko) Version/18.0 Safari/605.1.15",
      "Safari sur Mac",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) " +
        "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
      "Samsung Internet sur Android",
    ],
    ["curl/8.5.0", "Navigateur inconnu"],
    ["", "Navigateur inconnu"],
  ])("%s", (userAgent, expected) => {
    expect(browserInWords(userAgent)).toBe(expected);
  });
});
