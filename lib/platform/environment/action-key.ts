import { createHash, hkdfSync } from "node:crypto";
import { lastingSecret } from "./lasting-secret";

/**
 * The key that Next makes the ids of server actions with (docs/operations.md): it comes from the
 * lasting secret, so that every build of the portal knows the forms of every other.
 * @param secret AUTH_SECRET
 * @returns 32 bytes in base64
 */
export function actionKeyFrom(secret: string): string {
  const bytes = hkdfSync("sha256", secret, "", "portail: server actions", 32);
  return Buffer.from(bytes).toString("base64");
}

/** Tells two keys apart without telling either. */
export function fingerprintOf(key: string): string {
  return createHash("sha256").update(`portail: ${key}`).digest("base64url").slice(0, 16);
}

/** Gives this process the key, unless the operator has; it must happen before Next looks for it. */
export function provideActionKey(): void {
  const secret = process.env.AUTH_SECRET?.trim();
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= actionKeyFrom(secret || lastingSecret());
}

/** Of the key of this process, to be put into a build. */
export function builtWith(): string {
  return fingerprintOf(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "");
}
