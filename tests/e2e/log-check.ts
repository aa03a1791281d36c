import { readFile } from "node:fs/promises";
import { badLines } from "../support/log-judge";

/**
 * After the last journey: nothing personal, no value of a statement and no stack of a refusal was
 * printed.
 */
export default async function checkLog(): Promise<void> {
  const bad = badLines(await readFile("test-results/server.log", "utf8"));
  if (bad.length > 0)
    throw new Error(`The server printed what it must not:\n${bad.slice(0, 20).join("\n")}`);
}
