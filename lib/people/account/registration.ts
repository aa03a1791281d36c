import "server-only";
import { readSealedCookie } from "@/lib/platform/visitor/sealed-cookie";

/** Seconds what was typed is kept with a visitor who has not registered yet. */
export const registrationCookieLifetime = 3600;

export function registrationCookie(step: "structure" | "account"): string {
  return `inscription-${step}`;
}

export function registeringStructure(): Promise<Record<string, string>> {
  return readSealedCookie(registrationCookie("structure"));
}

export function registeringAccount(): Promise<Record<string, string>> {
  return readSealedCookie(registrationCookie("account"));
}
