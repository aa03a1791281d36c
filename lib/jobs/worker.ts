import "server-only";
import { runPendingJobs, startWorker } from "@/lib/platform/jobs";
import { deliverMail } from "./deliver";

const handlers = { mail: deliverMail };

/** Works the outbox off while the server runs. A database that is away is waited for: the server starts without it. */
export function startJobs(): void {
  startWorker(handlers);
}

/** One pass over the outbox. @param limitMs see {@link runPendingJobs} */
export function runJobsOnce(limitMs: number): Promise<number> {
  return runPendingJobs(handlers, limitMs);
}
