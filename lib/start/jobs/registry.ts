import type { ImportJob } from "@/lib/offer/import/commands/run-import";
import { defineJob, type Retry } from "@/lib/platform/jobs/define-job";
import type { MailJob } from "@/lib/platform/outbox/deliver";

/** Due again a minute later: trying for long brings nothing. */
const minutely: Retry = { limit: 3, delaySeconds: 5, expireSeconds: 120, keepDays: 1 };
const daily: Retry = { limit: 10, delaySeconds: 300, expireSeconds: 900, keepDays: 1 };
/**
 * An orphan found after 30 s by the next maintenance (5 s) runs 5 s later: somebody waits. What
 * fails for a reason of its own plans its next attempt itself (lib/platform/outbox/retry.ts).
 */
const waitedFor = { delaySeconds: 5, expireSeconds: 30 };

/**
 * Every job of the portal. Each loads its command when it runs, so that what starts the portal can
 * read the list without loading all of it.
 */
export const jobs = [
  /** A mail of the outbox leaves. */
  defineJob({
    name: "mail",
    schedule: null,
    retry: { ...waitedFor, limit: 10_000, keepDays: 14 },
    run: async (mail: MailJob) => (await import("@/lib/mails/compose")).deliverMail(mail),
  }),
  /** Mails whose job is gone have one again. */
  defineJob({
    name: "requeueMails",
    schedule: { every: "day", hour: 5 },
    retry: daily,
    run: async () => (await import("@/lib/platform/outbox/enqueue")).requeueMails(),
  }),
  /** Offers whose pause ended come back. */
  defineJob({
    name: "wakeOffers",
    schedule: { every: "minute" },
    retry: minutely,
    run: async () => (await import("@/lib/offer/lifecycle/commands/wake-offers")).wakeOffers(),
  }),
  /** A month that ended is no longer shown as one to come. */
  defineJob({
    name: "elapseMonths",
    schedule: { every: "minute" },
    retry: { ...minutely, expireSeconds: 900 },
    run: async () => (await import("@/lib/offer/projection/commands/elapse-months")).elapseMonths(),
  }),
  /** What came late to a structure that was merged follows it. */
  defineJob({
    name: "followMerges",
    schedule: { every: "minute" },
    retry: minutely,
    run: async () =>
      (await import("@/lib/agency/help-desk/commands/merge-structures")).followMerges(),
  }),
  /** What was deleted 30 days ago, and documents nothing names, are deleted for good. */
  defineJob({
    name: "purgeOffers",
    schedule: { every: "day", hour: 3 },
    retry: daily,
    run: async () => (await import("@/lib/offer/lifecycle/commands/purge-offers")).purgeOffers(),
  }),
  /** Traces that were stored long enough are deleted. */
  defineJob({
    name: "purgeTraces",
    schedule: { every: "day", hour: 4 },
    retry: daily,
    run: async () => (await import("@/lib/people/privacy/commands/purge-traces")).purgeTraces(),
  }),
  /** Who subscribed to a search is notified of its new offers. */
  defineJob({
    name: "tellAlerts",
    schedule: { every: "day", hour: 7 },
    retry: { ...daily, expireSeconds: 3600 },
    run: async () => (await import("@/lib/catalogue/alert/commands/send-alerts")).sendAlerts(),
  }),
  /** Moderators who asked for it are notified of the offers that wait. */
  defineJob({
    name: "digestPending",
    schedule: { every: "day", hour: 7 },
    retry: daily,
    run: async () =>
      (await import("@/lib/agency/preferences/commands/digest-pending")).digestPending(),
  }),
  /** Reminders and questions of renewal, when people begin their day. */
  defineJob({
    name: "remindAccounts",
    schedule: { every: "day", hour: 8 },
    retry: daily,
    run: async () =>
      (await import("@/lib/offer/reminder/commands/remind-accounts")).remindAccounts(),
  }),
  /** Accounts nobody uses are warned, then closed. */
  defineJob({
    name: "closeIdleAccounts",
    schedule: { every: "day", hour: 9 },
    retry: daily,
    run: async () =>
      (await import("@/lib/people/privacy/commands/close-idle-accounts")).closeIdleAccounts(),
  }),
  /**
   * The offers of a table are written. One that outlives its time runs beside the next: batches
   * lock the import, so they only take turns.
   */
  defineJob({
    name: "importOffers",
    schedule: null,
    retry: { ...waitedFor, limit: 1000, keepDays: 7 },
    run: async (job: ImportJob) =>
      (await import("@/lib/offer/import/commands/run-import")).runImport(job),
  }),
] as const;

type Data = { [J in (typeof jobs)[number] as J["name"]]: Parameters<J["run"]>[0] };

declare module "@/lib/platform/jobs/define-job" {
  interface JobKinds extends Data {}
}
