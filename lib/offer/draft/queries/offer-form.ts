import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { draftAsRead } from "@/lib/offer/content/current-terms";
import { remarksByField } from "@/lib/offer/content/remarks";
import type { OfferDraft } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { type DocumentDto, documentsByIds } from "@/lib/offer/documents/queries";
import { decide, type Publication, type Validation } from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { isUuid } from "@/lib/platform/values/id";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";
import { draftOfContent } from "./draft-of-content";

export interface OfferFormDto {
  id: string;
  structureId: string;
  reference: string;
  version: number;
  campaign: number;
  validation: Validation;
  publication: Publication;
  draft: OfferDraft;
  documents: DocumentDto[];
  currentRevisionId: string | null;
  /** What the public sees now. */
  approvedRevisionId: string | null;
  /** The moderator's words when a correction is asked for. */
  reason: string;
  /** And those about single fields, by field. */
  remarks: Record<string, string>;
}

/**
 * What the form of an offer shows. Null for an offer that is missing, foreign, deleted or can no
 * longer be edited.
 */
export async function offerForm(viewer: Viewer, offerId: string): Promise<OfferFormDto | null> {
  if (!isUuid(offerId)) return null;
  const [row] = await db.select().from(offer).where(eq(offer.id, offerId));
  if (!row || !can(viewer, "offer:edit", row) || !decide(stateOf(row), "saveDraft", "offeror").ok)
    return null;
  const [current] = row.currentRevisionId
    ? await db.select().from(offerRevision).where(eq(offerRevision.id, row.currentRevisionId))
    : [];
  const draft = draftAsRead(
    row.draft ?? (current ? draftOfContent(current.content) : { values: {}, documentIds: [] }),
    await mergedTerms(),
  );
  return {
    id: row.id,
    structureId: row.structureId,
    reference: row.reference,
    version: row.version,
    campaign: row.campaign,
    validation: row.validation,
    publication: row.publication,
    draft,
    documents: await documentsByIds(viewer, row, draft.documentIds),
    currentRevisionId: row.currentRevisionId,
    approvedRevisionId: row.approvedRevisionId,
    reason: row.validation === "changesRequested" ? (current?.reason ?? "") : "",
    remarks: row.validation === "changesRequested" ? remarksByField(current?.comments ?? {}) : {},
  };
}

/**
 * What page 2 is prefilled with: the structure's name and address, and the administrator for the
 * copy box.
 */
export async function siteDefaults(viewer: Viewer) {
  if (viewer.kind !== "offeror") return null;
  const [row] = await db
    .select({
      name: structure.name,
      street: structure.street,
      postcode: structure.postcode,
      communeName: structure.communeName,
      firstName: account.firstName,
      lastName: account.lastName,
      function: account.function,
      phone: account.phone,
      email: account.email,
    })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(eq(account.id, viewer.accountId));
  return row ?? null;
}
