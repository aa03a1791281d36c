import { AsyncLocalStorage } from "node:async_hooks";
import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/environment/env";
import type { FormValues } from "./action-result";

interface Sending {
  fingerprint: string;
  /** Transactions begun so far. */
  steps: number;
}

const current = new AsyncLocalStorage<Sending>();

/**
 * Runs what a form asks for, so that sent twice it is done once (lib/platform/database/once.ts).
 * @param sent.key made with the form; a form without one is not known again
 * @param sent.by who sends it, and to which action
 * @param sent.values the same key with other words is another form
 */
export function asSending<T>(
  sent: { key: string; by: string; values: FormValues },
  run: () => Promise<T>,
): Promise<T> {
  if (sent.key === "") return run();
  const values = Object.entries(sent.values).sort(([one], [other]) => (one < other ? -1 : 1));
  const fingerprint = createHmac("sha256", env.secret)
    .update(JSON.stringify([sent.key, sent.by, values]))
    .digest("hex");
  return current.run({ fingerprint, steps: 0 }, run);
}

/** Names the next transaction of the form that is being sent; null outside of one. */
export function nextStep(): string | null {
  const step = comingStep();
  const sending = current.getStore();
  if (sending) sending.steps += 1;
  return step;
}

/** The same, of a transaction that has not begun. */
export function comingStep(): string | null {
  const sending = current.getStore();
  return sending ? `${sending.fingerprint}:${sending.steps + 1}` : null;
}
