import "server-only";
import { log } from "@/lib/platform/environment/log";
import { mailToDeliver, markSent, postpone } from "./attempts";
import type { Writer } from "./kinds";
import { DeliveryError, transport } from "./transports";

/** A job of the queue `mail`. */
export interface MailJob {
  mailId: string;
  /**
   * How many attempts were made before; a job whose number is no longer the row's has nothing left
   * to do.
   */
  attempt: number;
}

/**
 * The job of one mail. Run twice it delivers once: the row says so, and between the provider's yes
 * and the row the idempotency key does. An attempt that fails queues the next one.
 * @param writerOf who writes the letters of a kind; null for a kind there is no more
 * @throws when the database is away: the queue runs the job again
 */
export async function deliver(
  { mailId, attempt }: MailJob,
  writerOf: (kind: string) => Writer | null,
): Promise<void> {
  const row = await mailToDeliver(mailId, attempt);
  if (!row) return;
  const writer = writerOf(row.kind);
  try {
    if (!writer) throw new DeliveryError("unknownKind");
    const letter = await writer.write(row);
    if (letter) await transport()({ id: row.id, recipient: row.recipient, ...letter });
  } catch (error) {
    log.warn(
      { err: error, mail: mailId, kind: row.kind, attempt: attempt + 1 },
      "mail not delivered",
    );
    // Another error's message may hold an address: only its name is saved.
    const code =
      error instanceof DeliveryError
        ? error.message
        : error instanceof Error
          ? error.name
          : "unknown";
    if (await postpone(mailId, attempt, code))
      log.error({ mail: mailId, kind: row.kind, code }, "mail given up");
    return;
  }
  await markSent(mailId, { forgetRecipient: writer.isFarewell });
}
