import "server-only";
import { log } from "@/lib/platform/log";
import { compose, isMailKind } from "./compose";
import { mailToDeliver, markSent, postpone } from "./outbox-commands";
import { isUnconfirmedAddress } from "./queries";
import { letterReaders, type MailKind, type MailParams } from "./schema";
import { ProviderError, transport } from "./transports";

/**
 * The job of one mail. Run twice it delivers once: the row says so, and between the provider's yes
 * and the row the idempotency key does. An attempt that fails queues the next one.
 * @throws when the database is away: the queue runs the job again
 */
export async function deliverMail({
  mailId,
  attempt,
}: {
  mailId: string;
  attempt: number;
}): Promise<void> {
  const row = await mailToDeliver(mailId, attempt);
  if (!row) return;
  try {
    if (!isMailKind(row.kind)) throw new ProviderError("unknownKind");
    const withheld =
      letterReaders[row.kind] === "owner" && (await isUnconfirmedAddress(row.recipient));
    const composed = withheld
      ? null
      : await compose(row.kind, row.params as unknown as MailParams[MailKind] as never);
    if (composed) await transport()({ id: row.id, recipient: row.recipient, ...composed });
  } catch (error) {
    log.warn(
      { err: error, mail: mailId, kind: row.kind, attempt: attempt + 1 },
      "mail not delivered",
    );
    // Another error's message may hold an address: only its name is kept.
    await postpone(
      mailId,
      attempt,
      error instanceof ProviderError
        ? error.message
        : error instanceof Error
          ? error.name
          : "unknown",
    );
    return;
  }
  await markSent(mailId);
}
