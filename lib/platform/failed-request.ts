import "server-only";
import { headers } from "next/headers";

// Next gives one request one object of headers, to its action and to the page made after it.
const failed = new WeakSet<object>();

/** Remembers that the action of this request was refused, for the title of the page that answers it without scripts. */
export async function noteFailure(): Promise<void> {
  failed.add(await headers());
}

/** Whether the page being made answers a form that was refused. */
export async function hasFailed(): Promise<boolean> {
  return failed.has(await headers());
}
