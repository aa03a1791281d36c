import type { Instrumentation } from "next";

/**
 * Checks the configuration, for hosts that do not run `npm start`, and starts the job worker with
 * the server, unless the host keeps no process (JOBS=cron).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build")
    return;
  const { checkStart } = await import("@/lib/platform/environment/check-start");
  // Replaced by its value when the portal is built (next.config.ts).
  const env = checkStart(process.env.ACTION_KEY_OF_BUILD);
  const { logConsole } = await import("@/lib/platform/environment/console-log");
  // In development its lines are for the one who writes the code.
  if (process.env.NODE_ENV === "production") logConsole();
  // next-auth reads these itself, and warns at each request without them.
  process.env.NEXTAUTH_URL ??= env.origin;
  process.env.NEXTAUTH_SECRET ??= env.secret;
  if (env.jobs !== "inline") return;
  const { startJobs } = await import("@/lib/start/jobs/worker");
  startJobs();
}

/** The reference a person reads on the error page is the one in the log. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { logRequestError } = await import("@/lib/platform/environment/console-log");
  const reference =
    typeof error === "object" && error !== null && "digest" in error
      ? String(error.digest)
      : "none";
  logRequestError(error, { reference, method: request.method, path: request.path.split("?")[0] });
};
