import { describe, expect, it } from "vitest";
import { isLastAdministrator } from "./rules";

describe("the last administrator", () => {
  const moderators = [
    { id: "a", role: "administrator", signsIn: true },
    { id: "b", role: "administrator", signsIn: false },
    { id: "c", role: "moderator", signsIn: true },
  ] as const;
  it("is the one nobody else could stand in for", () => {
    expect(isLastAdministrator(moderators, "a")).toBe(true);
    expect(isLastAdministrator(moderators, "b")).toBe(false);
    expect(isLastAdministrator(moderators, "c")).toBe(false);
    expect(
      isLastAdministrator([...moderators, { id: "d", role: "administrator", signsIn: true }], "a"),
    ).toBe(false);
  });
});
