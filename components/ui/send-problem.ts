import { unstable_isUnrecognizedActionError } from "next/navigation";

/**
 * Why a form did not get through, as far as the browser can know: `updated` is a portal that was
 * replaced since the page was opened, `busy` one that answers 429, 502, 503 or 504, `fault`
 * anything else that is not an answer.
 */
export interface SendProblem {
  kind: "offline" | "unreachable" | "busy" | "updated" | "fault";
  /** Names the log entry of a fault. */
  reference?: string | undefined;
}

const busyStatuses = [429, 502, 503, 504];

/**
 * What the request of a server action failed with, which Next tells only in words of its own.
 * @param status of the answer, 0 where there was none or the browser does not tell
 */
export function problemOf(error: unknown, status = 0): SendProblem {
  if (unstable_isUnrecognizedActionError(error) || isMissingScript(error))
    return { kind: "updated" };
  // fetch() has one error for whatever cuts a request; without it an answer came, whose status was
  // not told.
  const kind = kindOfStatus(status || (error instanceof TypeError ? 0 : 500));
  return kind === "fault" ? { kind, reference: digestOf(error) } : { kind };
}

/** @param status of an answer that was none of ours; 0 when none came */
export function kindOfStatus(status: number): Exclude<SendProblem["kind"], "updated"> {
  // Asked on the server too, where nobody is on a line.
  if (typeof window !== "undefined" && !navigator.onLine) return "offline";
  if (busyStatuses.includes(status)) return "busy";
  return status === 0 ? "unreachable" : "fault";
}

/** Next's name of an error of the server, or of a way to lead on. */
export function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return String(error.digest);
}

/** A script that the build before had and this one has not. */
function isMissingScript(error: unknown): boolean {
  return (
    error instanceof Error &&
    /ChunkLoadError|Loading chunk|dynamically imported/.test(`${error.name} ${error.message}`)
  );
}
