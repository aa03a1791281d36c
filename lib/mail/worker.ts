import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { runPendingJobs, startWorker } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { deliverMail } from "./deliver";

const handlers = { mail: deliverMail };

/** Works the outbox off while the server runs. A database that is away is waited for: the server starts without it. */
export async function startJobs(): Promise<void> {
  try {
    await startWorker(handlers);
  } catch (error) {
    log.error({ err: error }, "job worker not started, trying again");
    void pause(5000, undefined, { ref: false }).then(startJobs);
  }
}

/** One pass over the outbox. @param limitMs see {@link runPendingJobs} */
export function runJobsOnce(limitMs: number): Promise<number> {
  return runPendingJobs(handlers, limitMs);
}
