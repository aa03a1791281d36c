import type { StructureState } from "./schema";

export type AccountState = "active" | "disabled" | "closed";
export type AccountCommand = "deactivate" | "reactivate";
export type AccountRefusal = "notActive" | "notDisabled";

/**
 * What a moderator does to an account: from where to where, and what is answered elsewhere. A
 * closed one has nobody left.
 */
export const accountMoves: Record<
  AccountCommand,
  { from: AccountState; to: AccountState; refusal: AccountRefusal }
> = {
  deactivate: { from: "active", to: "disabled", refusal: "notActive" },
  reactivate: { from: "disabled", to: "active", refusal: "notDisabled" },
};

export type MergeRefusal = "sameStructure" | "notMergeable";

/**
 * Whether everything of one structure may move to another: both have people, and nothing holds
 * either back. What is suspended would come back into the catalogue under the other's name.
 * @returns why not; null when it may
 */
export function mergeRefusal(
  from: { id: string; state: StructureState },
  into: { id: string; state: StructureState },
): MergeRefusal | null {
  if (from.id === into.id) return "sameStructure";
  return from.state === "active" && into.state === "active" ? null : "notMergeable";
}
