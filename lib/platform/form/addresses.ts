import { suggestedAddress } from "@/lib/platform/values/email";
import type { FormValues } from "./action-result";

/** Beside an address, the one whose slip the page has already asked about. */
export const keptAddress = (name: string) => `$kept:${name}`;
/** Ticked to take the address that was suggested. */
export const takenAddress = (name: string) => `$take:${name}`;

/**
 * Addresses of a form with the suggestions that were taken, and a question for each that seems
 * mistyped and was not asked about yet: whoever sends it again means it. Only a form that can ask
 * is asked.
 */
export function settleAddresses(sent: FormValues): {
  values: FormValues;
  doubts: Record<string, string[]>;
} {
  const values = Object.fromEntries(
    Object.entries(sent).filter(([key]) => !/^\$(?:kept|take):/.test(key)),
  );
  const doubts: Record<string, string[]> = {};
  for (const [name, address] of Object.entries(values)) {
    const kept = sent[keptAddress(name)];
    if (kept === undefined || typeof address !== "string") continue;
    const meant = suggestedAddress(address);
    if (meant === null) continue;
    if (sent[takenAddress(name)] === meant) values[name] = meant;
    else if (kept !== address)
      doubts[name] = [
        `Vouliez-vous dire ${meant} ? Cochez la case pour corriger, ou envoyez de nouveau pour ` +
          "garder cette adresse.",
      ];
  }
  return { values, doubts };
}
