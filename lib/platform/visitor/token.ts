import "server-only";
import { env } from "@/lib/platform/environment/env";
import { isUuid } from "@/lib/platform/values/id";
import { signedToken, subjectOf } from "./signed-link";

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

/**
 * The address of a single-use link. Its secret is derived from the row's id, so that the job that
 * mails it can write it again, and a copy of the table opens nothing.
 */
export function linkFor(token: { id: string; purpose: TokenPurpose }): string {
  return `${env.origin}${paths[token.purpose]}/${signedToken("token", token.id)}`;
}

/** @returns the id of the row a link names, or null when the link was not made here */
export function tokenIdOf(secret: string): string | null {
  const id = subjectOf("token", secret);
  return isUuid(id) ? id : null;
}
