import "server-only";
import type { Transaction } from "@/lib/platform/database/client";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { invitationPurposes } from "@/lib/platform/visitor/token";
import { createToken, voidTokens } from "./tokens";

/**
 * Mails a link to join a team; an earlier one stops working, so that one invitation is one link.
 */
export async function mailInvitation(
  tx: Transaction,
  team: keyof typeof invitationPurposes,
  accountId: string,
  email: string,
): Promise<void> {
  const purpose = invitationPurposes[team];
  await voidTokens(tx, accountId, purpose);
  const tokenId = await createToken(tx, accountId, purpose);
  await enqueueMail(tx, purpose, email, { accountId, tokenId });
}
