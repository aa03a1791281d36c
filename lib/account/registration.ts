import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import { readSealedCookie } from "@/lib/platform/sealed-cookie";

/** Seconds what was typed is kept with a visitor who has not registered yet. */
export const registrationCookieLifetime = 3600;

export function registrationCookie(step: "structure" | "account"): string {
  return `inscription-${step}`;
}

/** Single texts, short enough for a cookie, no password. */
export function withoutSecrets(values: FormValues): Record<string, string> {
  const kept = Object.entries(values).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && entry[1].length <= 300 && !/password|intent/i.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

export function keptStructure(): Promise<Record<string, string>> {
  return readSealedCookie(registrationCookie("structure"));
}

export function keptAccount(): Promise<Record<string, string>> {
  return readSealedCookie(registrationCookie("account"));
}
