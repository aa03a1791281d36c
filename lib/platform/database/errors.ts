/**
 * Whether a write failed because another row already holds the value, looking through Drizzle's
 * wrapping.
 */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return causes(error).some(
    ({ code, constraint_name: name }) => code === "23505" && name === constraint,
  );
}

/**
 * The database did not answer in time, or had no connection left: nothing is known to have been
 * done.
 */
export class DatabaseUnavailableError extends Error {
  override readonly name = "DatabaseUnavailableError";
  readonly code = "DATABASE_UNAVAILABLE";
}

const lost =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECTION_\w+|CONNECT_TIMEOUT|57P0[1-3]|08\w{3})$/;
const late = /^(DATABASE_UNAVAILABLE|53300|57014|55P03)$/;

/** By its code: the framework may load the class more than once. */
export function isDatabaseGivenUp(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "DATABASE_UNAVAILABLE";
}

/** Whether the connection failed, not what was asked over it. */
export function isConnectionLost(error: unknown): boolean {
  return causes(error).some(({ code }) => lost.test(String(code)));
}

/**
 * Whether another try in a moment may succeed: no connection, no place, or not done in its time.
 */
export function isUnavailable(error: unknown): boolean {
  return isConnectionLost(error) || causes(error).some(({ code }) => late.test(String(code)));
}

/** Whether a prepared statement's columns have changed since: what a migration does. */
export function isPlanOutdated(error: unknown): boolean {
  return causes(error).some(({ routine }) => routine === "RevalidateCachedQuery");
}

/** An error and what it was caused by, as far as they are errors. */
function causes(
  error: unknown,
): (Error & { code?: unknown; constraint_name?: string; routine?: string })[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
