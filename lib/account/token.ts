import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { isUuid } from "@/lib/platform/id";

export type TokenPurpose =
  | "confirmAddress"
  | "choosePassword"
  | "demoSignIn"
  | "changeAddress"
  | "joinStructure"
  | "joinModerators";

/** The links of invitations, by the team they are to. */
export const invitationPurposes = {
  structure: "joinStructure",
  agency: "joinModerators",
} as const satisfies Record<string, TokenPurpose>;

/** Seconds each link can be used for. */
export const tokenLifetime: Record<TokenPurpose, number> = {
  confirmAddress: 24 * 3600,
  choosePassword: 2 * 3600,
  demoSignIn: 7 * 24 * 3600,
  changeAddress: 24 * 3600,
  joinStructure: 7 * 24 * 3600,
  joinModerators: 7 * 24 * 3600,
};

const paths: Record<TokenPurpose, string> = {
  confirmAddress: "/confirmation",
  choosePassword: "/mot-de-passe/choisir",
  demoSignIn: "/demonstration",
  changeAddress: "/nouvelle-adresse",
  joinStructure: "/invitation",
  joinModerators: "/invitation-moderation",
};

function signature(id: string): string {
  return createHmac("sha256", env.secret).update(`token:${id}`).digest("base64url");
}

/**
 * The address of a single-use link. Its secret is derived from the row's id, so that the job that
 * mails it can write it again, and a copy of the table opens nothing.
 */
export function linkFor(token: { id: string; purpose: TokenPurpose }): string {
  return `${env.origin}${paths[token.purpose]}/${token.id}.${signature(token.id)}`;
}

/** @returns the id of the row a link names, or null when the link was not made here */
export function tokenIdOf(secret: string): string | null {
  const [id = "", given = ""] = secret.split(".");
  if (!isUuid(id)) return null;
  const expected = Buffer.from(signature(id));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received) ? id : null;
}
