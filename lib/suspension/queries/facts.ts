import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { offer, offerRevision } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { displayTitle } from "@/lib/offer/schema";
import { termLabels } from "@/lib/vocabulary/queries";
import { labelsOf } from "@/lib/vocabulary/rules";
import type { SuspendedThing } from "../rules";
import { thingOf } from "./holds";

export interface SuspensionFacts {
  thing: SuspendedThing;
  /** The offer's title, or the name of the structure or of the type. */
  name: string;
  message: string;
  /** Of the offer; null for anything wider. */
  offerId: string | null;
}

/** What the mails of a suspension say; null when what it was about is gone. */
export async function suspensionFacts(suspensionId: string): Promise<SuspensionFacts | null> {
  const [row] = await db
    .select({ thing: thingOf, message: suspension.message, offerId: suspension.offerId, content: offerRevision.content, ofAccount: structure.name, type: vocabularyTerm.label, structureId: suspension.structureId })
    .from(suspension)
    .leftJoin(offer, eq(offer.id, suspension.offerId))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .leftJoin(account, eq(account.id, suspension.accountId))
    .leftJoin(structure, eq(structure.id, account.structureId))
    .leftJoin(vocabularyTerm, eq(vocabularyTerm.id, suspension.typeId))
    .where(eq(suspension.id, suspensionId));
  if (!row) return null;
  return { thing: row.thing, message: row.message, offerId: row.offerId, name: await nameOf(row) };
}

async function nameOf({ content, ofAccount, type, structureId }: { content: Parameters<typeof titleOf>[0] | null; ofAccount: string | null; type: string | null; structureId: string | null }): Promise<string> {
  if (content) return titleOf(content);
  if (!structureId) return ofAccount ?? type ?? "";
  const [row] = await db.select({ name: structure.name }).from(structure).where(eq(structure.id, structureId));
  return row?.name ?? "";
}

async function titleOf(content: { title: string; themeIds: string[] }): Promise<string> {
  const labels = await termLabels(content.themeIds);
  return displayTitle(content.title, labelsOf(content.themeIds, labels));
}
