import "server-only";
import { env } from "@/lib/platform/environment/env";
import { allTexts } from "@/lib/reference/text/queries";
import type { TextCode } from "@/lib/reference/text/texts";

/** Facts about the agency that every letter shows. */
export interface MailFrame {
  agencyName: string;
  origin: string;
  contactAddress: string;
  /** What the agency may write itself (lib/reference/text). */
  texts: Record<TextCode, string>;
}

/** @param words texts in place of the agency's own, for a preview */
export async function mailFrame(words: Partial<Record<TextCode, string>> = {}): Promise<MailFrame> {
  return {
    agencyName: env.agency.agencyName,
    origin: env.origin,
    contactAddress: env.agency.contactAddress,
    texts: { ...(await allTexts()), ...words },
  };
}
