import { describe, expect, it } from "vitest";
import { isUuid, newId } from "./id";

describe("isUuid", () => {
  it.each([
    newId(),
    "00000000-0000-0000-0000-000000000000",
    "01890A5D-AC96-774B-BCCE-B302099A8057",
  ])("takes %s", (id) => {
    expect(isUuid(id)).toBe(true);
  });

  const id = newId();
  it.each([
    "-".repeat(36),
    "0".repeat(36),
    "",
    id.replaceAll("-", ""),
    `${id} `,
    `${id}\n`,
    `{${id}}`,
    `${id}${id}`,
    id.replace("-", "_"),
    id.replace(/^./, "g"),
    `${id.slice(0, 35)}\u0000`,
    undefined,
    null,
    7,
    [id],
    { id },
  ])("refuses %j", (value) => {
    expect(isUuid(value)).toBe(false);
  });
});
