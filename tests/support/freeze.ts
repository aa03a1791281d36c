import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Stops a PostgreSQL server where it stands, all of its processes: it keeps its connections and
 * answers nothing, like a host that hangs.
 * @param data its folder
 * @returns lets it go on
 */
export function freeze(data: string): () => void {
  const postmaster = Number(readFileSync(`${data}/postmaster.pid`, "utf8").split("\n")[0]);
  // First of all, so that none is born while they are counted.
  signal(postmaster, "SIGSTOP");
  const children = childrenOf(postmaster);
  for (const pid of children) signal(pid, "SIGSTOP");
  return () => {
    for (const pid of [postmaster, ...children]) signal(pid, "SIGCONT");
  };
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="]).toString().trim().split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

/** One that ended meanwhile needs none. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
