export type AccountState = "active" | "disabled" | "closed";
export type AccountCommand = "deactivate" | "reactivate";
export type AccountRefusal = "notActive" | "notDisabled";

/** What a moderator does to an account: from where to where, and what is answered elsewhere. A closed one has nobody left. */
export const accountMoves: Record<AccountCommand, { from: AccountState; to: AccountState; refusal: AccountRefusal }> = {
  deactivate: { from: "active", to: "disabled", refusal: "notActive" },
  reactivate: { from: "disabled", to: "active", refusal: "notDisabled" },
};

/** The moves an account's state allows: they drive the buttons. */
export function availableMoves(state: AccountState): AccountCommand[] {
  return (["deactivate", "reactivate"] as const).filter((command) => accountMoves[command].from === state);
}
