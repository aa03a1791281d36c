import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { hashing } from "@/lib/platform/load/lane";

/** Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @throws Busy when too many passwords are being computed */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => hash(password.normalize("NFC"), options));
}

let decoy: Promise<string> | undefined;

/**
 * Takes the same time whether or not there is a hash to compare with, so that time tells nobody
 * which addresses exist.
 * @throws Busy when too many passwords are being computed, whether or not there is one
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const matches = await hashing(async () => {
    decoy ??= hash("no account has this password", options);
    const against = passwordHash ?? (await decoy);
    for (const form of formsOf(password)) if (await verify(against, form)) return true;
    return false;
  });
  return passwordHash !== null && matches;
}

/**
 * A Mac may send «é» as two characters: the same password, however its accents are made. Hashes
 * from before this was known are of what was typed.
 */
function formsOf(password: string): Set<string> {
  return new Set([password.normalize("NFC"), password.normalize("NFD"), password]);
}
