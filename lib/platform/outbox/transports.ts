import "server-only";
import { Resend } from "resend";
import { env } from "@/lib/platform/environment/env";
import { saveInMailbox } from "./attempts";
import type { AddressedLetter } from "./kinds";

/**
 * Milliseconds; shorter than the job's own expiry, so that a silent provider is a failure we see.
 */
const patience = 10_000;

/** Why a letter did not leave, as a code: a provider's sentences may repeat the address. */
export class DeliveryError extends Error {
  constructor(code: string) {
    super(code);
    this.name = "DeliveryError";
  }
}

/** Takes a mail, or throws: it is tried again. Taking the same mail twice delivers it once. */
export type Transport = (letter: AddressedLetter) => Promise<void>;

/** Resend where a key is set; otherwise the mailbox in the database. */
export function transport(): Transport {
  return env.resendApiKey ? sendWithResend : saveInMailbox;
}

async function sendWithResend(letter: AddressedLetter): Promise<void> {
  const resend = new Resend(
    env.resendApiKey,
    env.resendBaseUrl ? { baseUrl: env.resendBaseUrl } : undefined,
  );
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeliveryError("noAnswer")), patience);
  });
  const { recipient, subject, text, html, replyTo, headers } = letter;
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
    { idempotencyKey: letter.id },
  );
  const { error } = await Promise.race([sending, silence]).finally(() => clearTimeout(timer));
  // The key was accepted before with other words, because the facts changed since: that mail has
  // left.
  if (error?.name === "invalid_idempotent_request") return;
  if (error) throw new DeliveryError(`${error.name} ${error.statusCode ?? "unreachable"}`);
}
