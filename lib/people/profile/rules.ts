import type { MemberRole } from "@/lib/people/membership/rules";

/** What closing an account means for its structure. */
export type Closing = "passOn" | "transferFirst" | "closeStructure";

/**
 * A structure with people in it always has an administrator, and its offers someone who answers for
 * them.
 * @param others the other people who have joined, invitations not counted
 */
export function closingOf(role: MemberRole, others: readonly { role: MemberRole }[]): Closing {
  if (others.length === 0) return "closeStructure";
  if (role === "editor" || others.some((other) => other.role === "administrator")) return "passOn";
  return "transferFirst";
}

/**
 * Who takes over the offers: an administrator before an editor, a confirmed address before another,
 * then the eldest.
 */
export function successorOf<
  T extends { role: MemberRole; addressConfirmed: boolean; createdAt: Date },
>(others: readonly T[]): T | undefined {
  const rank = (one: T) => (one.role === "administrator" ? 0 : 2) + (one.addressConfirmed ? 0 : 1);
  return [...others].sort(
    (a, b) => rank(a) - rank(b) || a.createdAt.getTime() - b.createdAt.getTime(),
  )[0];
}
