import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/environment/env";

/** What a link lets its bearer do, and nothing else: the purpose is part of what is signed. */
export type LinkPurpose = "token" | "renewal" | "stopReminders" | "stopDigest" | "alert";

function signature(purpose: LinkPurpose, subject: string): string {
  return createHmac("sha256", env.secret).update(`${purpose}:${subject}`).digest("base64url");
}

/**
 * The secret part of a link that needs no sign-in and can be used again, such as an answer that may
 * change.
 * @param subject what it is about: no white space
 */
export function signedToken(purpose: LinkPurpose, subject: string): string {
  return `${subject}.${signature(purpose, subject)}`;
}

/** @returns the subject of a token made here for this purpose; null for any other text */
export function subjectOf(purpose: LinkPurpose, token: string): string | null {
  const end = token.lastIndexOf(".");
  if (end < 1) return null;
  const subject = token.slice(0, end);
  const expected = Buffer.from(signature(purpose, subject));
  const received = Buffer.from(token.slice(end + 1));
  return expected.length === received.length && timingSafeEqual(expected, received)
    ? subject
    : null;
}
