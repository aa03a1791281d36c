import type { MailFrame } from "./frame";

/** Where the letters of a suspension lead. @param offerId null for anything wider than an offer */
export function suspensionLink(offerId: string | null, { origin }: MailFrame): string {
  return offerId ? `${origin}/espace/offres/${offerId}` : `${origin}/espace`;
}
