/** Milliseconds that the browser's own note of a request is waited for. */
const patience = 500;

/**
 * Watches what this page's own address answers from now on.
 * @returns asks for the status of the last answer, 0 without one
 */
export function observeStatus(): () => Promise<number> {
  let status = 0;
  let noted: () => void = () => undefined;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      if (entry.initiatorType !== "fetch" || new URL(entry.name).pathname !== location.pathname)
        continue;
      status = entry.responseStatus || status;
      noted();
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "resource" });
  return async () => {
    take(observer.takeRecords());
    if (status === 0 && navigator.onLine) {
      await new Promise<void>((resolve) => {
        noted = resolve;
        setTimeout(resolve, patience);
      });
    }
    observer.disconnect();
    return status;
  };
}
