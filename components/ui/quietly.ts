/**
 * Runs what may fail because the browser's storage is closed to us (private browsing, a full disk):
 * the page works without it.
 */
export function tryStorage<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
