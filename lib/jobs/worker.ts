import "server-only";
import { tellAlerts } from "@/lib/alert/commands/tell-alerts";
import { elapseMonths } from "@/lib/catalogue/commands/elapse-months";
import { runImport } from "@/lib/import/commands/run-import";
import { deliverMail } from "@/lib/mails/compose";
import { digestPending } from "@/lib/moderator/commands/digest-pending";
import { purgeOffers } from "@/lib/offer/commands/purge-offers";
import { wakeOffers } from "@/lib/offer/commands/wake-offers";
import { followMerges } from "@/lib/oversight/commands/merge-structures";
import { type Handlers, queueDueJobs, runPendingJobs, startWorker } from "@/lib/platform/jobs";
import { closeIdleAccounts } from "@/lib/privacy/commands/close-idle-accounts";
import { purgeTraces } from "@/lib/privacy/commands/purge-traces";
import { remindAccounts } from "@/lib/reminder/commands/remind-accounts";

/** Which command does each job: the one place that knows them all. */
const handlers: Handlers = {
  mail: deliverMail,
  wakeOffers,
  elapseMonths,
  followMerges,
  purgeOffers,
  purgeTraces,
  closeIdleAccounts,
  remindAccounts,
  digestPending,
  tellAlerts,
  importOffers: runImport,
};

/**
 * Works the queues off while the server runs. A database that is away is waited for: the server
 * starts without it.
 */
export function startJobs(): void {
  startWorker(handlers);
}

/** One pass over the queues, what is due included. @param limitMs see {@link runPendingJobs} */
export async function runJobsOnce(limitMs: number): Promise<number> {
  await queueDueJobs();
  return runPendingJobs(handlers, limitMs);
}
