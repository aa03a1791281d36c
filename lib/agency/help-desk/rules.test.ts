import { describe, expect, it } from "vitest";
import { accountMoves, availableMoves } from "./rules";

describe("what a moderator does to an account", () => {
  it.each([
    ["active", ["deactivate"]],
    ["disabled", ["reactivate"]],
    ["closed", []],
  ] as const)("%s: %j", (state, moves) => {
    expect(availableMoves(state)).toEqual(moves);
  });

  it("leads from each state to the other, never to a closed one", () => {
    for (const { from, to } of Object.values(accountMoves)) {
      expect(to).not.toBe("closed");
      expect(availableMoves(to).map((command) => accountMoves[command].to)).toEqual([from]);
    }
  });
});
