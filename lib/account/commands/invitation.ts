import "server-only";
import type { Transaction } from "@/db/client";
import { enqueueMail } from "@/lib/mail/commands";
import { createToken, voidTokens } from "./tokens";

/** The same for someone the ARS invites among its moderators. */
export async function mailModeratorInvitation(
  tx: Transaction,
  accountId: string,
  email: string,
): Promise<void> {
  await voidTokens(tx, accountId, "joinModerators");
  const tokenId = await createToken(tx, accountId, "joinModerators");
  await enqueueMail(tx, "joinModerators", email, { accountId, tokenId });
}

/**
 * Mails a link to join a structure; an earlier one stops working, so that one invitation is one
 * link.
 */
export async function mailInvitation(
  tx: Transaction,
  accountId: string,
  email: string,
): Promise<void> {
  await voidTokens(tx, accountId, "joinStructure");
  const tokenId = await createToken(tx, accountId, "joinStructure");
  await enqueueMail(tx, "joinStructure", email, { accountId, tokenId });
}
