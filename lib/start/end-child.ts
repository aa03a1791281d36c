import type { ChildProcess } from "node:child_process";

/** Asks a process to end and waits until it has; one that does not within 10 s is killed. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((exited) => {
    child.once("exit", () => exited());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  });
}
