/** Who may do what: the whole table. Pages, buttons, queries, commands and actions all ask it. */

export type Viewer =
  | { kind: "anonymous" }
  | { kind: "offeror"; accountId: string; sessionId: string; structureId: string; name: string; addressConfirmed: boolean }
  | { kind: "moderator"; accountId: string; sessionId: string; name: string };

/** What the viewer is to the thing asked about; `owner` is an offeror of the structure the thing belongs to. */
export type Relation = "anonymous" | "offeror" | "owner" | "moderator";

const policy = {
  public: ["anonymous", "offeror", "owner", "moderator"],
  "account:register": ["anonymous"],
  "account:manageOwn": ["offeror", "owner", "moderator"],
  "profile:read": ["offeror", "owner"],
  "offer:deposit": ["offeror", "owner"],
  "offer:read": ["owner", "moderator"],
  "offer:edit": ["owner"],
  "offer:publish": ["owner"],
  "offer:delete": ["owner"],
  "offer:moderate": ["moderator"],
  "document:attach": ["owner"],
  "document:read": ["owner", "moderator"],
} as const satisfies Record<string, readonly Relation[]>;

export type Permission = keyof typeof policy;

export function relationTo(viewer: Viewer, subject?: { structureId: string }): Relation {
  if (viewer.kind === "offeror" && subject && subject.structureId === viewer.structureId) return "owner";
  return viewer.kind;
}

/**
 * @param subject the structure that owns the thing asked about, when there is one
 * @returns false for anything the table does not name
 */
export function can(viewer: Viewer, permission: Permission, subject?: { structureId: string }): boolean {
  const allowed: readonly Relation[] | undefined = Object.hasOwn(policy, permission) ? policy[permission] : undefined;
  return allowed?.includes(relationTo(viewer, subject)) ?? false;
}

/** Permissions that need no particular thing: what a page or an action can ask before it knows which one is meant. */
export function mayAttempt(viewer: Viewer, permission: Permission): boolean {
  return can(viewer, permission) || (viewer.kind === "offeror" && can(viewer, permission, viewer));
}
