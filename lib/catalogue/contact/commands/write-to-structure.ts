import "server-only";
import { eq } from "drizzle-orm";
import { offerMessage } from "@/db/schema/contact";
import { parseReference } from "@/lib/offer/content/reference";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { limitReached } from "@/lib/platform/visitor/throttle";
import type { ContactRefusal } from "../labels";
import { answerableFor } from "../queries";
import type { ContactInput } from "../schema";

/**
 * Relays a visitor's message to the local referent of a public offer, or to who answers for it
 * where the referent was erased. Nobody learns the address by it: the answer comes from the
 * reader's own hand. The writer gets a copy without anything that was typed, for the address may be
 * somebody else's.
 */
export async function writeToStructure(
  { reference, ...message }: ContactInput,
  from: Caller = unknownCaller,
): Promise<Outcome<{ reference: string }, ContactRefusal>> {
  const parsed = parseReference(reference);
  const [shown] = parsed
    ? await db
        .select({
          offerId: publicOffer.offerId,
          reference: publicOffer.reference,
          content: offerRevision.content,
          accountId: offer.accountId,
          structureId: offer.structureId,
        })
        .from(publicOffer)
        .innerJoin(offerRevision, eq(offerRevision.id, publicOffer.revisionId))
        .innerJoin(offer, eq(offer.id, publicOffer.offerId))
        .where(eq(publicOffer.reference, parsed))
    : [];
  if (!shown) return refused("notFound");
  const recipient = shown.content.referent.email || (await answerableFor(db, shown));
  if (!recipient) return refused("nobodyToRead");
  const held = await limitReached("contact", { network: from.network, target: shown.offerId });
  if (held) return refused("tooManyMessages", undefined, held);
  const copyHeld = await limitReached("contactCopy", {
    network: from.network,
    target: message.email,
  });
  return db.transaction(async (tx) => {
    const id = newId();
    await tx
      .insert(offerMessage)
      .values({ id, offerId: shown.offerId, ...message, createdAt: now() });
    await enqueueMail(tx, "messageToReferent", recipient, { messageId: id });
    if (!copyHeld) await enqueueMail(tx, "copyOfMessage", message.email, { messageId: id });
    return done({ reference: shown.reference });
  });
}
