import { stateName } from "@/lib/platform/form/base";

/**
 * First and last day on which a first submission is taken, `yyyy-mm-dd` in Paris; null for no
 * limit.
 */
export interface DepositWindow {
  opensOn: string | null;
  closesOn: string | null;
}

/** Names a window, for the form that changes it. */
export function windowState({ opensOn, closesOn }: DepositWindow): string {
  return stateName([opensOn, closesOn]);
}

export type DepositState = "notYet" | "open" | "closing" | "closed";

/** Days before the end from which structures are told of it. */
export const closingDays = 30;

/**
 * Whether new offers may be submitted on this day; both days of the window count.
 * @param today `yyyy-mm-dd` in Paris
 * @param closingFrom the day from which the end is near, see {@link closingDays}
 */
export function depositState(
  { opensOn, closesOn }: DepositWindow,
  today: string,
  closingFrom: string | null,
): DepositState {
  if (opensOn !== null && today < opensOn) return "notYet";
  if (closesOn !== null && today > closesOn) return "closed";
  return closingFrom !== null && today >= closingFrom ? "closing" : "open";
}
