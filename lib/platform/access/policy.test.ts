import { describe, expect, it } from "vitest";
import { can, mayAttempt, type Permission, permissions, type Viewer } from "./policy";

const anonymous: Viewer = { kind: "anonymous" };
const offeror: Viewer = {
  kind: "offeror",
  accountId: "a",
  sessionId: "s",
  structureId: "mine",
  role: "administrator",
  name: "",
  addressConfirmed: false,
  readOnly: false,
};
const held: Viewer = { ...offeror, readOnly: true };
const watching: Viewer = {
  ...offeror,
  readOnly: true,
  viewedBy: { accountId: "m", structureName: "", until: new Date() },
};
const editor: Viewer = { ...offeror, role: "editor" };
const moderator: Viewer = {
  kind: "moderator",
  accountId: "m",
  sessionId: "s",
  role: "moderator",
  name: "",
};
const portalAdministrator: Viewer = { ...moderator, role: "administrator" };

describe("policy", () => {
  it.each([
    ["offer:edit", anonymous, false],
    ["offer:edit", offeror, true],
    ["offer:edit", moderator, false],
    ["offer:moderate", offeror, false],
    ["offer:moderate", moderator, true],
    ["offer:read", moderator, true],
    ["moderator:manage", moderator, false],
    ["moderator:manage", portalAdministrator, true],
    ["moderator:manage", offeror, false],
    ["outbox:oversee", moderator, false],
    ["outbox:oversee", portalAdministrator, true],
    ["outbox:oversee", offeror, false],
    ["offer:moderate", portalAdministrator, true],
    ["account:manageOwn", portalAdministrator, true],
    ["structure:edit", portalAdministrator, false],
    ["account:close", portalAdministrator, false],
    ["document:attach", moderator, false],
    ["colleague:manage", offeror, true],
    ["colleague:manage", editor, false],
    ["colleague:read", editor, true],
    ["structure:edit", editor, false],
    ["offer:edit", editor, true],
    ["offer:read", held, true],
    ["profile:read", held, true],
    ["colleague:read", held, true],
    ["offer:edit", held, false],
    ["offer:publish", held, false],
    ["offer:deposit", held, false],
    ["structure:edit", held, false],
    ["structure:oversee", moderator, true],
    ["structure:oversee", offeror, false],
    ["suspension:decide", offeror, false],
    ["report:treat", held, false],
  ] as const)("%s for %o is %s", (permission, viewer, expected) => {
    expect(can(viewer, permission, { structureId: "mine" })).toBe(expected);
  });

  it("denies an offeror what belongs to another structure", () => {
    expect(can(offeror, "offer:edit", { structureId: "theirs" })).toBe(false);
    expect(can(offeror, "offer:read", { structureId: "theirs" })).toBe(false);
    expect(can(held, "offer:read", { structureId: "theirs" })).toBe(false);
    expect(can(held, "offer:read")).toBe(false);
  });

  it(
    "lets a moderator who looks at a space read what is its structure's, and nothing else " +
      "whatever there is",
    () => {
      const reads = ["public", "profile:read", "colleague:read", "offer:read", "document:read"];
      for (const permission of permissions) {
        expect([permission, can(watching, permission, { structureId: "mine" })]).toEqual([
          permission,
          reads.includes(permission),
        ]);
        expect([permission, can(watching, permission, { structureId: "theirs" })]).toEqual([
          permission,
          ["public", "profile:read"].includes(permission),
        ]);
      }
    },
  );

  it("fails closed on a permission it does not know", () => {
    for (const unknown of ["offer:everything", "toString", "__proto__"]) {
      expect(can(moderator, unknown as Permission)).toBe(false);
      expect(mayAttempt(offeror, unknown as Permission)).toBe(false);
    }
  });

  it("lets an offeror attempt what only an owner may finish", () => {
    expect(mayAttempt(offeror, "offer:edit")).toBe(true);
    expect(mayAttempt(moderator, "offer:edit")).toBe(false);
  });
});
