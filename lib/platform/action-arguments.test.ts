import { describe, expect, it } from "vitest";
import { holdsArguments } from "./action-arguments";

describe("arguments of an action", () => {
  it.each([
    "[]", '["$K1"]', '[null,"$K1"]', '["$undefined","$K1"]', '[{"ok":false,"values":{"a":["1","$$2"]},"fieldErrors":{}},"$K1"]',
    '[{"ok":true,"data":{"at":"$D2026-11-28T08:00:00.000Z"}},"$K1"]', '[{"a":{"b":["x"]},"c":"$0:0:a:b"},"$K1"]', '["$T","$K1f"]',
  ])("%s is what our pages send", (text) => {
    expect(holdsArguments(text)).toBe(true);
  });

  it.each([
    "", "null", "7", '"a"', "{}", '{"0":1}', "{{", "[", '["$F1"]', '["$@1"]', '["$Q1"]', '["$W1"]', '["$B1"]', '["$i1"]', '["$R1"]', '["$nx"]', '["$h1"]', '["$"]', '["$1"]', '["$0"]', '["$0:0"]', '["$0:x"]', '["$0:__proto__"]', '[{"a":"$0:0:constructor"}]', '["$Kx"]',
    "[".repeat(100_000), `${"[".repeat(20)}${"]".repeat(20)}`,
  ])("%s is not", (text) => {
    expect(holdsArguments(text)).toBe(false);
  });
});
