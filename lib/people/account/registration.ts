import "server-only";
import { readSealedCookie } from "@/lib/platform/visitor/sealed-cookie";
import { structureNames, withCommuneName } from "@/lib/reference/commune/queries/addresses";

/** Seconds what was typed is kept with a visitor who has not registered yet. */
export const registrationCookieLifetime = 3600;

export function registrationCookie(step: "structure" | "account"): string {
  return `inscription-${step}`;
}

export async function registeringStructure(): Promise<Record<string, string>> {
  return withCommuneName(await readSealedCookie(registrationCookie("structure")), structureNames);
}

export function registeringAccount(): Promise<Record<string, string>> {
  return readSealedCookie(registrationCookie("account"));
}
