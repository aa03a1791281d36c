import "server-only";
import type { MailKind, MailParams } from "./schema";
import { compose, isMailKind } from "./compose";
import { mailToDeliver, markFailed, markSent } from "./outbox-commands";
import { transport } from "./transports";

/**
 * The job of one mail. Sent twice it delivers once: the row says so, and between the provider's yes and the row the
 * idempotency key does.
 * @throws when the transport does, so that the queue tries again
 */
export async function deliverMail({ mailId }: { mailId: string }, attempt: { last: boolean }): Promise<void> {
  const row = await mailToDeliver(mailId);
  if (!row || !isMailKind(row.kind)) return;
  try {
    const composed = await compose(row.kind, row.params as unknown as MailParams[MailKind] as never);
    if (composed) await transport()({ id: row.id, recipient: row.recipient, ...composed });
    await markSent(mailId);
  } catch (error) {
    await markFailed(mailId, error instanceof Error ? error.message.slice(0, 300) : "unknown", attempt.last);
    throw error;
  }
}
