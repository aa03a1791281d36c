import { expect, it } from "vitest";
import { actionsInCode, fuzz, routeFiles } from "../support/fuzz-portal";

it("no payload makes an action or a route handler fail, and none of them is left out", async () => {
  const { calls, faults } = await fuzz(900, 16);
  expect(faults).toEqual([]);
  expect([...calls.keys()].sort()).toEqual([...actionsInCode(), ...routeFiles()].sort());
}, 120_000);
