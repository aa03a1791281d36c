/** Days a deleted offer can be restored before it is deleted for good. */
export const trashDays = 30;

/** The first instant at which the purge may take it. */
export function purgedFrom(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + trashDays * 24 * 3600_000);
}
