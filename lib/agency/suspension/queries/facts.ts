import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { publishedInWords, visibilityOfOffer } from "@/lib/offer/lifecycle/queries/visibilities";
import { visibilityWords } from "@/lib/offer/lifecycle/visibility";
import { suspendedThingOf } from "@/lib/offer/suspended/queries";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import { db } from "@/lib/platform/database/client";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";

export interface SuspensionFacts {
  thing: SuspendedThing;
  /** The offer's title, or the name of the structure or of the type. */
  name: string;
  message: string;
  /**
   * What the public sees now of the offers it is about, in words; empty where they are of many
   * structures.
   */
  standings: string[];
  /** Of the offer; null for anything wider. */
  offerId: string | null;
}

/** What the mails of a suspension say; null when what it was about is gone. */
export async function suspensionFacts(suspensionId: string): Promise<SuspensionFacts | null> {
  const [row] = await db
    .select({
      thing: suspendedThingOf,
      message: suspension.message,
      offerId: suspension.offerId,
      content: offerRevision.content,
      ofAccount: structure.name,
      type: vocabularyTerm.label,
      structureId: suspension.structureId,
      accountId: suspension.accountId,
    })
    .from(suspension)
    .leftJoin(offer, eq(offer.id, suspension.offerId))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .leftJoin(account, eq(account.id, suspension.accountId))
    .leftJoin(structure, eq(structure.id, account.structureId))
    .leftJoin(vocabularyTerm, eq(vocabularyTerm.id, suspension.typeId))
    .where(eq(suspension.id, suspensionId));
  if (!row) return null;
  return {
    thing: row.thing,
    message: row.message,
    offerId: row.offerId,
    name: await nameOf(row),
    standings: await standingsNow(row),
  };
}

interface About {
  offerId: string | null;
  accountId: string | null;
  structureId: string | null;
}

async function standingsNow({ offerId, accountId, structureId }: About): Promise<string[]> {
  if (offerId) {
    const standing = await visibilityOfOffer(offerId);
    return standing ? [visibilityWords(standing, "letter")] : [];
  }
  if (accountId) return publishedInWords({ accountId });
  return structureId ? publishedInWords({ structureId }) : [];
}

async function nameOf({
  content,
  ofAccount,
  type,
  structureId,
}: {
  content: Parameters<typeof titleOf>[0] | null;
  ofAccount: string | null;
  type: string | null;
  structureId: string | null;
}): Promise<string> {
  if (content) return titleOf(content);
  if (!structureId) return ofAccount ?? type ?? "";
  const [row] = await db
    .select({ name: structure.name })
    .from(structure)
    .where(eq(structure.id, structureId));
  return row?.name ?? "";
}

async function titleOf(content: { title: string; themeIds: string[] }): Promise<string> {
  const labels = await termLabels(content.themeIds);
  return displayTitle(content.title, labelsOf(content.themeIds, labels));
}
