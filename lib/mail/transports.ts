import "server-only";
import { Resend } from "resend";
import { env } from "@/lib/platform/env";
import { keepInMailbox } from "./outbox-commands";
import type { RenderedMail } from "./schema";

/**
 * Milliseconds; shorter than the job's own expiry, so that a silent provider is a failure we see.
 */
const patience = 10_000;

/** A refusal in the provider's codes: its sentences may repeat the address. */
export class ProviderError extends Error {
  constructor(code: string) {
    super(code);
    this.name = "ProviderError";
  }
}

/** Takes a mail, or throws: it is tried again. Taking the same mail twice delivers it once. */
export type Transport = (mail: RenderedMail) => Promise<void>;

/** Resend where a key is set; otherwise the mailbox in the database. */
export function transport(): Transport {
  return env.resendApiKey ? sendWithResend : keepInMailbox;
}

async function sendWithResend(mail: RenderedMail): Promise<void> {
  const resend = new Resend(
    env.resendApiKey,
    env.resendBaseUrl ? { baseUrl: env.resendBaseUrl } : undefined,
  );
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderError("noAnswer")), patience);
  });
  const { recipient, subject, text, html, replyTo, headers } = mail;
  const sending = resend.emails.send(
    {
      from: env.mailFrom,
      to: recipient,
      subject,
      text,
      html,
      ...(replyTo ? { replyTo } : {}),
      ...(headers ? { headers } : {}),
    },
    { idempotencyKey: mail.id },
  );
  const { error } = await Promise.race([sending, silence]).finally(() => clearTimeout(timer));
  // The key was accepted before with other words, because the facts changed since: that mail has
  // left.
  if (error?.name === "invalid_idempotent_request") return;
  if (error) throw new ProviderError(`${error.name} ${error.statusCode ?? "unreachable"}`);
}
