import { expect, it } from "vitest";
import { jobs } from "./registry";

it("declares each job once", () => {
  const names = jobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
