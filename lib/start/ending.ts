import { OperatorError } from "@/lib/platform/environment/env";

/**
 * Aborted when somebody ends this command: by a signal, or by ending the npm that runs it, which
 * passes signals on to its shell, and not every shell passes them on.
 */
export function endingOf(): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort(new OperatorError("Interrompu."));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // Whoever read our lines may be gone (`npm start | head`): that is no reason to leave a database
  // behind.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end(), 500).unref();
  }
  return ending.signal;
}

/**
 * Says on stderr why a command failed: in its own words what the operator can put right, with its
 * stack what is our fault, and nothing about what failed because somebody ended it.
 * @returns the exit code
 */
export function reported(error: unknown, ending?: AbortSignal): number {
  if (ending?.aborted) return 0;
  if (error instanceof OperatorError) {
    if (error.message) console.error(error.message);
  } else console.error(error);
  return 1;
}
