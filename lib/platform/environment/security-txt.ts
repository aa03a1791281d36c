import { dayAfter } from "@/lib/platform/values/calendar-day";

/** Under the year that RFC 9116 recommends, and long enough for who keeps a copy. */
const daysValid = 180;

/**
 * Whom to tell of a weakness (RFC 9116). Made when it is asked for, so that it never has expired.
 * @param contact an address for mails
 * @param today `yyyy-mm-dd`
 */
export function securityText(contact: string, origin: string, today: string): string {
  return [
    `Contact: mailto:${encodeURI(contact)}`,
    `Expires: ${dayAfter(today, daysValid)}T00:00:00Z`,
    "Preferred-Languages: fr",
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ].join("\n");
}
