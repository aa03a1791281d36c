import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { contentAsRead, termsIn } from "@/lib/offer/content/current-terms";
import { contentPreview, type OfferPreview } from "@/lib/offer/content/preview";
import { type Remark, remarksInOrder } from "@/lib/offer/content/remarks";
import type { OfferContent } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { type DocumentDto, documentsByIds } from "@/lib/offer/documents/queries";
import { readerOf, visibilityOfOffer } from "@/lib/offer/lifecycle/queries/visibilities";
import {
  availableCommands,
  type OfferCommand,
  type Publication,
  type Validation,
} from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import {
  onceApprovedInWords,
  type Visibility,
  visibilityWords,
} from "@/lib/offer/lifecycle/visibility";
import type { SuspensionInForceDto } from "@/lib/offer/suspended/queries";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { isUuid } from "@/lib/platform/values/id";
import { mergedTerms, termLabels } from "@/lib/reference/vocabulary/queries";

export interface OfferDetailDto {
  id: string;
  reference: string;
  campaign: number;
  validation: Validation;
  publication: Publication;
  hasApproved: boolean;
  isPublic: boolean;
  visibility: Visibility;
  pausedUntil: Date | null;
  elapsed: boolean;
  archived: boolean;
  /** Whether the public sees it and, if not, why, in words for the viewer. */
  visibilityWords: string;
  /** What the approval of what waits would show, for a moderator; empty when nothing waits. */
  onceApproved: string;
  /** Why the ARS holds it back, if it does. */
  hold: SuspensionInForceDto | null;
  hasDraft: boolean;
  publishedAt: Date | null;
  updatedAt: Date;
  commands: OfferCommand[];
  revision: RevisionDto | null;
  structure: {
    id: string;
    name: string;
    street: string;
    postcode: string;
    communeName: string;
    cedex: string;
    type: string;
    representativeName: string;
    representativeFunction: string;
  };
  depositor: {
    name: string;
    function: string;
    phone: string;
    email: string;
    addressConfirmed: boolean;
  };
}

export interface RevisionDto {
  id: string;
  title: string;
  content: OfferContent;
  /** The same in words, as its page and its PDF show it. */
  preview: OfferPreview;
  documents: DocumentDto[];
  decision: string;
  reason: string;
  comments: Remark[];
  submittedAt: Date;
}

/**
 * One offer with its current revision, for its structure and for the ARS; null for everyone else.
 */
export async function offerDetail(viewer: Viewer, offerId: string): Promise<OfferDetailDto | null> {
  if (!isUuid(offerId)) return null;
  const [row] = await db
    .select({ offer, account, structure })
    .from(offer)
    .innerJoin(account, eq(account.id, offer.accountId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .where(eq(offer.id, offerId));
  if (!row || row.offer.deletedAt || !can(viewer, "offer:read", row.offer)) return null;
  // A draft is the structure's own until it is submitted.
  if (viewer.kind === "moderator" && !row.offer.currentRevisionId) return null;
  const [current] = row.offer.currentRevisionId
    ? await db.select().from(offerRevision).where(eq(offerRevision.id, row.offer.currentRevisionId))
    : [];
  const labels = await termLabels([
    row.structure.typeId,
    ...(current ? termsIn(current.content) : []),
  ]);
  const state = stateOf(row.offer);
  const standing = await visibilityOfOffer(row.offer.id);
  if (!standing) return null;
  return {
    id: row.offer.id,
    reference: row.offer.reference,
    campaign: row.offer.campaign,
    validation: row.offer.validation,
    publication: row.offer.publication,
    hasApproved: state.hasApproved,
    isPublic: standing.visibility === "visible",
    visibility: standing.visibility,
    elapsed: standing.elapsed,
    archived: state.archived,
    visibilityWords: visibilityWords(standing, readerOf(viewer, standing)),
    onceApproved:
      viewer.kind === "moderator" && standing.onceApproved
        ? onceApprovedInWords(standing.onceApproved)
        : "",
    hold: standing.hold,
    pausedUntil: row.offer.pausedUntil,
    hasDraft: row.offer.draft !== null,
    publishedAt: row.offer.publication === "published" ? row.offer.publishedAt : null,
    updatedAt: row.offer.updatedAt,
    commands:
      viewer.kind === "moderator"
        ? availableCommands(state, "moderator")
        : can(viewer, "offer:edit", row.offer)
          ? availableCommands(state, "offeror")
          : [],
    revision: current ? await revisionDto(viewer, row.offer, current, labels) : null,
    structure: {
      id: row.structure.id,
      name: row.structure.name,
      street: row.structure.street,
      postcode: row.structure.postcode,
      communeName: row.structure.communeName,
      cedex: row.structure.cedex,
      type: labels.get(row.structure.typeId) ?? "",
      representativeName: row.structure.representativeName,
      representativeFunction: row.structure.representativeFunction,
    },
    depositor: {
      name: `${row.account.firstName} ${row.account.lastName}`,
      function: row.account.function,
      phone: row.account.phone,
      email: row.account.email,
      addressConfirmed: row.account.emailConfirmedAt !== null,
    },
  };
}

async function revisionDto(
  viewer: Viewer,
  owner: { id: string; structureId: string },
  row: typeof offerRevision.$inferSelect,
  labels: Map<string, string>,
): Promise<RevisionDto> {
  const preview = contentPreview(row.content, labels);
  const documents = await documentsByIds(viewer, owner, row.content.documentIds);
  return {
    id: row.id,
    title: preview.title,
    content: contentAsRead(row.content, await mergedTerms()),
    preview: { ...preview, documents },
    documents,
    decision: row.decision,
    reason: row.reason,
    comments: remarksInOrder(row.comments),
    submittedAt: row.submittedAt,
  };
}
