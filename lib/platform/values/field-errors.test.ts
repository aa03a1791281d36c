import { expect, it } from "vitest";
import { withFound } from "./field-errors";

it.each([
  ["where the schema says nothing", { name: ["a"] }, "Toul", { name: ["a"], commune: ["found"] }],
  [
    "in place of «missing» at an empty field",
    { commune: ["missing"] },
    " ",
    { commune: ["found"] },
  ],
  ["nowhere else", { commune: ["too long"] }, "xxx", { commune: ["too long"] }],
])("what was found out is said %s", (_, told, commune, expected) => {
  expect(withFound(told, { commune: ["found"] }, { commune })).toEqual(expected);
});

it("keeps the order of the page", () => {
  const told = { commune: ["missing"], typeId: ["missing"] };
  expect(Object.keys(withFound(told, { commune: ["found"] }, {}))).toEqual(["commune", "typeId"]);
});
