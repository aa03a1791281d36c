import "server-only";
import { eq } from "drizzle-orm";
import { offerMessage } from "@/db/schema/contact";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";

export interface MessageFacts {
  title: string;
  name: string;
  email: string;
  establishment: string;
  words: string;
  link: string;
}

/**
 * What the mail of a relayed message says; null once the message was forgotten, or the offer is out
 * of sight.
 */
export async function messageFacts(messageId: string): Promise<MessageFacts | null> {
  const [row] = await db
    .select({
      title: publicOffer.title,
      reference: publicOffer.reference,
      name: offerMessage.name,
      email: offerMessage.email,
      establishment: offerMessage.establishment,
      words: offerMessage.words,
    })
    .from(offerMessage)
    .innerJoin(publicOffer, eq(publicOffer.offerId, offerMessage.offerId))
    .where(eq(offerMessage.id, messageId));
  if (!row) return null;
  const { reference, ...facts } = row;
  return { ...facts, link: `${env.origin}/offres/${reference}` };
}
