import { expect, it } from "vitest";
import { isOwnOrigin } from "./origin";

it.each([
  [null, false, false],
  ["null", false, false],
  ["https://portail.example", false, true],
  ["https://portail.example.attacker.example", false, false],
  ["http://localhost:3000", false, false],
  ["http://127.0.0.1:3000", true, false],
])("origin %s (local %s) is ours: %s", (origin, isLocal, expected) => {
  expect(isOwnOrigin(origin, "https://portail.example", isLocal)).toBe(expected);
});

it("takes the loopback names for one machine in local mode, on the same port only", () => {
  expect(isOwnOrigin("http://127.0.0.1:3000", "http://localhost:3000", true)).toBe(true);
  expect(isOwnOrigin("http://127.0.0.1:3001", "http://localhost:3000", true)).toBe(false);
});
