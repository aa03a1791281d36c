import "server-only";
import { prepareQueues } from "@/lib/platform/jobs/queue";
import { runPendingJobs, startWorker } from "@/lib/platform/jobs/worker";
import { jobs } from "./registry";

/** The queues of all jobs, made or brought up to date; several at once do no harm. */
export const prepareJobs = (): Promise<void> => prepareQueues(jobs);

/**
 * Works the queues off while the server runs. A database that is away is waited for: the server
 * starts without it.
 */
export const startJobs = (): void => startWorker(jobs);

/** One pass over the queues, what is due included. @param limitMs see {@link runPendingJobs} */
export const runJobsOnce = (limitMs: number): Promise<number> => runPendingJobs(jobs, limitMs);
