import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const file = ".data/secret";

/**
 * The secret of a portal that was given none: made once, kept beside its data. Of two that make it
 * at once, both have the same.
 */
export function lastingSecret(): string {
  const kept = read();
  if (kept !== "") return kept;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(whole, file);
  } catch {
    // Somebody was quicker; or an earlier start was cut off before it had written anything.
    if (read() === "") renameSync(whole, file);
  }
  rmSync(whole, { force: true });
  return read();
}

function read(): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
