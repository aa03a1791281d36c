import {
  mayAttempt,
  type ModeratorRole,
  type Permission,
  type StructureRole,
  type Viewer,
} from "@/lib/platform/access/policy";

/** The people of a structure, or those of the agency: who is invited, joins, manages, leaves. */
export interface TeamRoles {
  structure: StructureRole;
  agency: ModeratorRole;
}
export type Team = keyof TeamRoles;
export type MemberRole = TeamRoles[Team];

/** The first is the one an invitation proposes. */
export const teamRoles = {
  structure: ["editor", "administrator"],
  agency: ["moderator", "administrator"],
} as const satisfies { [T in Team]: readonly TeamRoles[T][] };

export const managePermissions = {
  structure: "colleague:manage",
  agency: "moderator:manage",
} as const satisfies Record<Team, Permission>;

export interface ManagedTeam {
  team: Team;
  /** Null for the agency's. */
  structureId: string | null;
  managerId: string;
}

/** The viewer's own team of this kind, to manage; null for who may not. */
export function managedTeam(viewer: Viewer, team: Team): ManagedTeam | null {
  if (viewer.kind !== (team === "structure" ? "offeror" : "moderator")) return null;
  if (!mayAttempt(viewer, managePermissions[team])) return null;
  const structureId = viewer.kind === "offeror" ? viewer.structureId : null;
  return { team, structureId, managerId: viewer.accountId };
}

/** An account's role in its team. */
export function roleOf(account: {
  role: StructureRole | "moderator";
  portalAdministrator: boolean;
}): MemberRole {
  return account.portalAdministrator ? "administrator" : account.role;
}

export interface ListedMember {
  id: string;
  role: MemberRole;
  /** Active, and has chosen a password. */
  signsIn: boolean;
}

/** Whether nobody else could manage the team: such an account is neither closed nor disabled. */
export function isLastAdministrator(members: readonly ListedMember[], id: string): boolean {
  const administrators = members.filter(({ role, signsIn }) => role === "administrator" && signsIn);
  return administrators.length === 1 && administrators[0]?.id === id;
}
