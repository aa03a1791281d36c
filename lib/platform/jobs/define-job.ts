import type { Schedule } from "./schedule";

/**
 * What each job carries by its name: empty here, because the queue knows no job.
 * lib/start/jobs/registry.ts fills it in from the jobs there are, so that what nobody runs cannot
 * be enqueued.
 */
export interface JobKinds {}
export type JobName = keyof JobKinds;

/**
 * For runs that threw, and for those whose process or database died: one that has not ended after
 * `expireSeconds` counts as dead.
 */
export interface Retry {
  limit: number;
  delaySeconds: number;
  expireSeconds: number;
  /** How long a job waits to be run before it is given up. */
  keepDays: number;
}

interface Declaration<Name extends string, Data> {
  /** The name of its queue: jobs that wait carry it, so that it never changes. */
  name: Name;
  /** When it is due by itself; null for a job that only commands enqueue. */
  schedule: Schedule | null;
  retry: Retry;
  /** Does it. May run twice, also at once: what was done stays done. */
  run: (data: Data) => Promise<void>;
}

/** A job whose data is its own affair. */
export type AnyJob = Declaration<string, never>;

/** Declares a job: see «Add a job» in CONTRIBUTING.md. */
export function defineJob<const Name extends string, Data extends object = Record<string, never>>(
  job: Declaration<Name, Data>,
): Declaration<Name, Data> {
  return job;
}
