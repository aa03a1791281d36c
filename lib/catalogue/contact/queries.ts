import "server-only";
import { and, desc, eq, isNotNull, or } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { offerMessage } from "@/db/schema/contact";
import { offer } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db, type Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { requestInWords } from "./request-in-words";

/** What was asked for, without a word that was typed. */
export interface RequestFacts {
  reference: string;
  /** In French, one line each; empty for a message from before it was asked. */
  request: string[];
  link: string;
}

export interface MessageFacts extends RequestFacts {
  title: string;
  name: string;
  email: string;
  establishment: string;
  words: string;
}

/** What the copy of a message says; null once the message was forgotten. */
export async function requestFacts(messageId: string): Promise<RequestFacts | null> {
  const [row] = await db
    .select({ reference: offer.reference, message: offerMessage })
    .from(offerMessage)
    .innerJoin(offer, eq(offer.id, offerMessage.offerId))
    .where(eq(offerMessage.id, messageId));
  return row
    ? {
        reference: row.reference,
        request: requestInWords(row.message),
        link: `${env.origin}/offres/${row.reference}`,
      }
    : null;
}

/**
 * What the mail of a relayed message says; null once the message was forgotten, or the offer is out
 * of sight.
 */
export async function messageFacts(messageId: string): Promise<MessageFacts | null> {
  const [[row], request] = await Promise.all([
    db
      .select({
        title: publicOffer.title,
        name: offerMessage.name,
        email: offerMessage.email,
        establishment: offerMessage.establishment,
        words: offerMessage.words,
      })
      .from(offerMessage)
      .innerJoin(publicOffer, eq(publicOffer.offerId, offerMessage.offerId))
      .where(eq(offerMessage.id, messageId)),
    requestFacts(messageId),
  ]);
  return row && request ? { ...row, ...request } : null;
}

/**
 * The address of who deposits the offer, else of an administrator of its structure: the public
 * offer of a closed account outlives its referent. Null where nobody can be written to.
 */
export async function answerableFor(
  executor: Executor,
  { accountId, structureId }: { accountId: string; structureId: string },
): Promise<string | null> {
  const isDepositor = eq(account.id, accountId);
  const [row] = await executor
    .select({ email: account.email })
    .from(account)
    .where(
      and(
        eq(account.structureId, structureId),
        or(isDepositor, eq(account.role, "administrator")),
        eq(account.state, "active"),
        isNotNull(account.emailConfirmedAt),
      ),
    )
    .orderBy(desc(isDepositor), account.createdAt)
    .limit(1);
  return row?.email ?? null;
}
