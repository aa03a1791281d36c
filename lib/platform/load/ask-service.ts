import "server-only";
import { log } from "@/lib/platform/environment/log";

/** Milliseconds an answer may take: somebody is typing. */
const patience = 1_500;
/** Bytes of an answer that are read. */
const mostBytes = 256 * 1024;
/** Failures in a row after which nobody is asked, and for how long (milliseconds). */
const mostFailures = 3;
const rest = 60_000;

interface Circuit {
  failures: number;
  closedUntil: number;
}

const circuits = new Map<string, Circuit>();

/**
 * Asks a service outside the portal for something that only helps: whoever waits for it can do
 * without. A service that is slow, away or unreadable answers nothing, and one that fails again and
 * again is left alone for a minute.
 * @param service its address, as the deployer configured it
 * @param path what is asked, behind that address
 * @returns the answer's JSON; null for none
 */
export async function askService(service: string, path: string): Promise<unknown> {
  const circuit = circuits.get(service) ?? { failures: 0, closedUntil: 0 };
  circuits.set(service, circuit);
  if (Date.now() < circuit.closedUntil) return null;
  try {
    const response = await fetch(`${service.replace(/\/$/, "")}${path}`, {
      headers: { Accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    // What is asked wrongly is no failure of the service.
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw new Error(`status ${response.status}`);
    const answer: unknown = JSON.parse(await bounded(response));
    circuit.failures = 0;
    return answer;
  } catch (error) {
    circuit.failures += 1;
    if (circuit.failures >= mostFailures) {
      circuit.closedUntil = Date.now() + rest;
      circuit.failures = 0;
      // Its address and what was typed stay out of the log.
      log.warn({ err: error }, "outside service left alone for a minute");
    }
    return null;
  }
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) throw new Error("answer too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Forgets what failed: for tests. */
export function mendCircuits(): void {
  circuits.clear();
}
