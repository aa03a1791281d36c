import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { offerMessage } from "@/db/schema/contact";
import { offerRevision } from "@/db/schema/offer";
import { enqueueMail } from "@/lib/mail/commands";
import { parseReference } from "@/lib/offer/reference";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { withinLimit } from "@/lib/platform/throttle";
import type { ContactRefusal } from "../labels";
import type { ContactInput } from "../schema";

/** Messages relayed in an hour: about one offer, from one address, and all together, wherever they come from. */
const aboutOneOffer = 10;
const fromOneAddress = 10;
const ofAll = 500;

/**
 * Relays a visitor's message to the local referent of a public offer, whose address nobody learns by it: the answer comes
 * from the referent's own hand. The writer is sent nothing, for the address may be somebody else's.
 */
export async function writeToStructure({ reference, ...message }: ContactInput): Promise<Outcome<{ reference: string }, ContactRefusal>> {
  const parsed = parseReference(reference);
  const [shown] = parsed
    ? await db
        .select({ offerId: publicOffer.offerId, reference: publicOffer.reference, content: offerRevision.content })
        .from(publicOffer)
        .innerJoin(offerRevision, eq(offerRevision.id, publicOffer.revisionId))
        .where(eq(publicOffer.reference, parsed))
    : [];
  if (!shown) return refused("notFound");
  const limits = [
    [`contact:${shown.offerId}`, aboutOneOffer],
    [`contact:${message.email}`, fromOneAddress],
    ["contact", ofAll],
  ] as const;
  for (const [key, limit] of limits) if (!(await withinLimit(key, limit, 3600))) return refused("tooManyMessages");
  return db.transaction(async (tx) => {
    const id = newId();
    await tx.insert(offerMessage).values({ id, offerId: shown.offerId, ...message, createdAt: now() });
    await enqueueMail(tx, "messageToReferent", shown.content.referent.email, { messageId: id });
    return done({ reference: shown.reference });
  });
}
