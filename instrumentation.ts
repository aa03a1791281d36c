import type { Instrumentation } from "next";

/** Starts the job worker with the server, unless the host keeps no process (JOBS=cron). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/platform/env");
  if (env.jobs !== "inline") return;
  const { startJobs } = await import("@/lib/mail/worker");
  await startJobs();
}

/** The reference a person reads on the error page is the one in the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import("@/lib/platform/log");
  const reference = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "none";
  log.error({ reference, method: request.method, path: request.path.split("?")[0], err: error }, "request failed");
};
