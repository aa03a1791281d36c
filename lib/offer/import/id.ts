import { createHash } from "node:crypto";
import { v7 } from "uuid";

/** The same file, sent twice the same day by the same account, is one import. */
export function importIdOf(accountId: string, day: string, content: Buffer): string {
  return derived(Date.parse(`${day}T00:00:00Z`), 0, `${accountId}:${day}:`, content);
}

/** The offer of a line: written again after an interruption, it is the same one. */
export function importedOfferId(importId: string, line: number): string {
  return derived(
    Number.parseInt(importId.replaceAll("-", "").slice(0, 12), 16),
    line,
    `${importId}:${line}`,
  );
}

/** A UUIDv7 with a digest where its randomness would be. */
function derived(msecs: number, seq: number, ...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return v7({ msecs, seq, random: hash.digest().subarray(0, 16) });
}
