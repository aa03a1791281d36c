import { and, eq, isNotNull } from "drizzle-orm";
import { sentForm } from "@/db/schema/sent-form";
import { comingStep, nextStep } from "@/lib/platform/form/sending";
import { now } from "@/lib/platform/values/clock";
import type { Database, Transaction } from "./database-types";

type Run<T> = (tx: Transaction) => Promise<T>;
type Config = Parameters<Database["transaction"]>[1];

/**
 * A transaction that is done once for each form sent: of two at a time the second waits for the
 * first, and gets what it came to. What is rolled back or refused leaves no trace. Outside a form
 * it is a plain transaction.
 * @param run what it returns is kept as JSON: commands return codes, ids and words
 */
export function transactionOnce<T>(database: Database, run: Run<T>, config?: Config): Promise<T> {
  const step = config?.accessMode === "read only" ? null : nextStep();
  if (!step) return database.transaction(run, config);
  return database.transaction(async (tx) => {
    const mine = eq(sentForm.step, step);
    const [first] = await tx
      .insert(sentForm)
      .values({ step, at: now() })
      .onConflictDoNothing()
      .returning({ step: sentForm.step });
    if (!first) {
      const [earlier] = await tx.select({ answer: sentForm.answer }).from(sentForm).where(mine);
      if (earlier?.answer) return earlier.answer.value as T;
    }
    const value = await run(tx);
    if (isRefusal(value)) await tx.delete(sentForm).where(mine);
    else await tx.update(sentForm).set({ answer: { value } }).where(mine);
    return value;
  }, config);
}

/**
 * Whether the transaction that comes next was done by an earlier send of the same form. A check
 * before it that now says no (the password that was changed, a count that is full) asks this: what
 * it would refuse was taken, and the transaction gives what it came to.
 */
export async function wasSent(database: Database): Promise<boolean> {
  const step = comingStep();
  if (!step) return false;
  const done = and(eq(sentForm.step, step), isNotNull(sentForm.answer));
  return (await database.$count(sentForm, done)) > 0;
}

function isRefusal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}
