import "server-only";
import type { ReactElement } from "react";
import type { z } from "zod";
import type { Letter } from "@/lib/platform/outbox/kinds";
import type { TextCode } from "@/lib/reference/text/texts";
import type { MailFrame } from "./frame";

/**
 * Who reads a letter. `anyone`: nobody has shown yet that the address is theirs, so the letter
 * carries nothing that someone typed (a stranger could have the portal write to a stranger).
 * `owner`: an account's address, and it leaves only once that account has confirmed it. `agency`:
 * moderators. `asked`: who confirmed an alert, or the referent of an offer that the agency
 * approved.
 */
export type Reader = "anyone" | "owner" | "agency" | "asked";

interface Declaration<Kind extends string, Params extends z.ZodType, Facts> {
  /** The name commands enqueue it by; rows of the outbox carry it, so that it never changes. */
  kind: Kind;
  /** What the outbox stores: identifiers only, the facts are read when it is sent. */
  params: Params;
  reader: Reader;
  /** What it tells of as things stand now; null when that is no longer so, and nothing is sent. */
  facts: (params: z.output<Params>) => Promise<Facts | null>;
  subject: (facts: Facts) => string;
  Body: (props: Facts & { frame: MailFrame }) => ReactElement;
  /** What previews and tests show. */
  sample: NoInfer<Facts>;
  /** Who an answer goes to; without it, the portal's own address. */
  replyTo?: (facts: Facts) => string;
  /** The address mail programs call to end such letters themselves (RFC 8058). */
  unsubscribe?: (facts: Facts) => string;
  /** The text of its own that the agency may change. */
  text?: TextCode;
  /** The last word to someone who leaves: once it is gone, its row keeps no address. */
  isFarewell?: true;
}

/** A letter whose parameters and facts are its own affair. */
export interface AnyMail extends Pick<
  Declaration<string, z.ZodType, unknown>,
  "kind" | "params" | "reader" | "text" | "isFarewell"
> {
  /**
   * Writes it from current data.
   * @param params as the outbox stored them
   * @returns null when what it tells of is no longer so
   */
  write: (params: unknown, frame: MailFrame) => Promise<Letter | null>;
  /** Writes it about its sample. */
  example: (frame: MailFrame) => Promise<Letter>;
  exampleSubject: () => string;
}

/** Declares a letter: see «Add a mail» in CONTRIBUTING.md. */
export function defineMail<
  const Kind extends string,
  Params extends z.ZodType<unknown, Record<string, string>>,
  Facts extends object,
>(mail: Declaration<Kind, Params, Facts>) {
  const letter = async (facts: Facts, frame: MailFrame): Promise<Letter> => {
    // Loaded here only: it brings react-dom/server, which pages must not carry.
    const { render, toPlainText } = await import("@react-email/render");
    const body = mail.Body({ ...facts, frame });
    const stop = mail.unsubscribe?.(facts);
    const html = await render(body);
    return {
      subject: mail.subject(facts),
      html,
      text: toPlainText(html),
      ...(mail.replyTo ? { replyTo: mail.replyTo(facts) } : {}),
      ...(stop ? { headers: oneClick(stop) } : {}),
    };
  };
  return {
    ...mail,
    write: async (params: unknown, frame: MailFrame) => {
      const facts = await mail.facts(mail.params.parse(params));
      return facts && letter(facts, frame);
    },
    example: (frame: MailFrame) => letter(mail.sample, frame),
    exampleSubject: () => mail.subject(mail.sample),
  };
}

function oneClick(link: string): Record<string, string> {
  return { "List-Unsubscribe": `<${link}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
