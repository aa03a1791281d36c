import "server-only";
import { Resend } from "resend";
import { env } from "@/lib/platform/env";
import { keepInMailbox } from "./outbox-commands";
import type { RenderedMail } from "./schema";

/** Milliseconds; shorter than the job's own expiry, so that a silent provider is a failure we see. */
const patience = 20_000;

/** Takes a mail, or throws: the job tries again. Taking the same mail twice delivers it once. */
export type Transport = (mail: RenderedMail) => Promise<void>;

/** Resend where a key is set; otherwise the mailbox in the database. */
export function transport(): Transport {
  return env.resendApiKey ? sendWithResend : keepInMailbox;
}

async function sendWithResend(mail: RenderedMail): Promise<void> {
  const resend = new Resend(env.resendApiKey, env.resendBaseUrl ? { baseUrl: env.resendBaseUrl } : undefined);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The mail provider did not answer in time.")), patience);
  });
  const { recipient, subject, text, html } = mail;
  const sending = resend.emails.send({ from: env.mailFrom, to: recipient, subject, text, html }, { idempotencyKey: mail.id });
  const { error } = await Promise.race([sending, silence]).finally(() => clearTimeout(timer));
  // The provider's sentence may repeat the address: only its code is kept.
  if (error) throw new Error(`The mail provider refused: ${error.name} (${error.statusCode ?? "no status"}).`);
}
