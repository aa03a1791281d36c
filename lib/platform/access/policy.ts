/** Who may do what: the whole table. Pages, buttons, queries, commands and actions all ask it. */

/** An administrator answers for the structure and its accounts; an editor deposits offers. */
export type StructureRole = "administrator" | "editor";

/** An administrator of the portal manages the moderators, and does all that a moderator does. */
export type ModeratorRole = "administrator" | "moderator";

/** A moderator who looks at the portal as an account of a structure has it. */
interface ViewingModerator {
  accountId: string;
  structureName: string;
  until: Date;
}

export type Viewer =
  | { kind: "anonymous" }
  | {
      kind: "offeror";
      accountId: string;
      sessionId: string;
      structureId: string;
      role: StructureRole;
      name: string;
      addressConfirmed: boolean;
      /** Suspended by the ARS, or its structure is: signs in and reads, nothing else. */
      readOnly: boolean;
      /** A moderator who sees what this account sees. */
      viewedBy?: ViewingModerator;
    }
  | {
      kind: "moderator";
      accountId: string;
      sessionId: string;
      role: ModeratorRole;
      name: string;
      /**
       * The account whose space this session no longer sees: its half hour is over, or the account
       * is.
       */
      viewedAccountId?: string;
    };

/**
 * What the viewer is to the thing asked about: `owner` and `administrator` belong to the structure
 * it belongs to. The ARS suspended a `suspendedOfferor`; a `suspendedMember` is one who belongs to
 * that structure. A `watcher` is a moderator who sees what someone sees; a `viewingMember` is one
 * to that someone's structure.
 */
export type Relation =
  | "anonymous"
  | "offeror"
  | "owner"
  | "administrator"
  | "suspendedOfferor"
  | "suspendedMember"
  | "watcher"
  | "viewingMember"
  | "moderator"
  | "portalAdministrator";

const member = ["owner", "administrator"] as const;
const held = ["suspendedOfferor", "suspendedMember"] as const;
const watching = ["watcher", "viewingMember"] as const;

const policy = {
  public: ["anonymous", "offeror", ...member, ...held, ...watching, "moderator"],
  "account:register": ["anonymous"],
  "account:manageOwn": ["offeror", ...member, ...held, "moderator"],
  "account:close": ["offeror", ...member, ...held],
  "profile:read": ["offeror", ...member, ...held, ...watching],
  "profile:manage": ["offeror", ...member, ...held],
  "structure:edit": ["administrator"],
  "site:manage": member,
  "colleague:read": [...member, "suspendedMember", "viewingMember"],
  "colleague:manage": ["administrator"],
  "offer:deposit": ["offeror", ...member],
  "offer:import": member,
  "offer:read": [...member, "suspendedMember", "viewingMember", "moderator"],
  "offer:edit": member,
  "offer:publish": member,
  "offer:delete": member,
  "offer:moderate": ["moderator"],
  "campaign:manage": ["moderator"],
  "text:manage": ["moderator"],
  "template:manage": ["moderator"],
  "audit:read": ["moderator"],
  "vocabulary:edit": ["moderator"],
  "moderator:prefer": ["moderator"],
  "moderator:manage": ["portalAdministrator"],
  "outbox:oversee": ["portalAdministrator"],
  "dashboard:read": ["moderator"],
  "structure:oversee": ["moderator"],
  "account:oversee": ["moderator"],
  "suspension:decide": ["moderator"],
  "report:treat": ["moderator"],
  "document:attach": member,
  "document:read": [...member, "suspendedMember", "viewingMember", "moderator"],
} as const satisfies Record<string, readonly Relation[]>;

export type Permission = keyof typeof policy;
export const permissions = Object.keys(policy) as Permission[];

function relationTo(viewer: Viewer, subject?: { structureId: string }): Relation {
  if (viewer.kind === "moderator")
    return viewer.role === "administrator" ? "portalAdministrator" : "moderator";
  if (viewer.kind !== "offeror") return viewer.kind;
  const isOwn = subject?.structureId === viewer.structureId;
  if (viewer.viewedBy) return isOwn ? "viewingMember" : "watcher";
  if (viewer.readOnly) return isOwn ? "suspendedMember" : "suspendedOfferor";
  if (!isOwn) return "offeror";
  return viewer.role === "administrator" ? "administrator" : "owner";
}

/**
 * @param subject the structure that owns the thing asked about, when there is one
 * @returns false for anything the table does not name
 */
export function can(
  viewer: Viewer,
  permission: Permission,
  subject?: { structureId: string },
): boolean {
  const allowed: readonly Relation[] | undefined = Object.hasOwn(policy, permission)
    ? policy[permission]
    : undefined;
  const relation = relationTo(viewer, subject);
  return (
    (allowed?.includes(relation) ||
      (relation === "portalAdministrator" && allowed?.includes("moderator"))) ??
    false
  );
}

/**
 * Permissions that need no particular thing: what a page or an action can ask before it knows which
 * one is meant.
 */
export function mayAttempt(viewer: Viewer, permission: Permission): boolean {
  return can(viewer, permission) || (viewer.kind === "offeror" && can(viewer, permission, viewer));
}
