import "server-only";
import { deliver, type MailJob } from "@/lib/platform/outbox/deliver";
import type { Letter, MailKind, MailKinds } from "@/lib/platform/outbox/kinds";
import { mailFrame } from "./frame";
import { isUnconfirmedAddress } from "./queries";
import { mailOf } from "./registry";

/**
 * Writes a letter from current data.
 * @returns null when what it tells of is no longer so
 */
export async function compose<K extends MailKind>(
  kind: K,
  params: MailKinds[K],
): Promise<Letter | null> {
  return (await mailOf(kind)?.write(params, await mailFrame())) ?? null;
}

/** The job of one mail (see {@link deliver}). */
export async function deliverMail(job: MailJob): Promise<void> {
  await deliver(job, (kind) => {
    const mail = mailOf(kind);
    return (
      mail && {
        isFarewell: mail.isFarewell ?? false,
        write: async ({ params, recipient }) =>
          mail.reader === "owner" && (await isUnconfirmedAddress(recipient))
            ? null
            : mail.write(params, await mailFrame()),
      }
    );
  });
}
