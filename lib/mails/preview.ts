import "server-only";
import { isMailboxOpen } from "@/lib/platform/outbox/mailbox";
import type { TextCode } from "@/lib/reference/text/texts";
import type { AnyMail } from "./define-mail";
import { mailFrame } from "./frame";
import { offerReceived } from "./offer-received";
import { mailOf, mails } from "./registry";

/**
 * A letter about its sample, with other words in one of its texts.
 * @returns its HTML part
 */
export async function previewMail(code: TextCode, words: string): Promise<string> {
  const withText = (mails as readonly AnyMail[]).find(({ text }) => text === code);
  return (await (withText ?? offerReceived).example(await mailFrame({ [code]: words }))).html;
}

/** Every letter with its sample's subject, for the local mailbox; none in production. */
export function mailModels(): { kind: string; subject: string }[] {
  if (!isMailboxOpen()) return [];
  return mails.map((mail) => ({ kind: mail.kind, subject: mail.exampleSubject() }));
}

/** The HTML part of a letter about its sample; null for no letter, and in production. */
export async function mailModel(kind: string): Promise<string | null> {
  const mail = isMailboxOpen() ? mailOf(kind) : null;
  return mail && (await mail.example(await mailFrame())).html;
}
