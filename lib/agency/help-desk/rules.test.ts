import { expect, it } from "vitest";
import { accountMoves } from "./rules";

it("moves an account between active and disabled, and leaves a closed one alone", () => {
  const { deactivate, reactivate } = accountMoves;
  expect([deactivate.from, deactivate.to]).toEqual(["active", "disabled"]);
  expect([reactivate.from, reactivate.to]).toEqual(["disabled", "active"]);
});
