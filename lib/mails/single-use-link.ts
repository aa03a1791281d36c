import "server-only";
import type { z } from "zod";
import { linkFor, type TokenPurpose } from "@/lib/platform/visitor/token";
import type { accountAndToken } from "./params";
import { accountThere } from "./queries";

/** The facts of a letter that brings a single-use link: the link, while its account is there. */
export function linkToAccount(purpose: TokenPurpose) {
  return async ({ accountId, tokenId }: z.output<typeof accountAndToken>) =>
    (await accountThere(accountId)) && { link: linkFor({ id: tokenId, purpose }) };
}
