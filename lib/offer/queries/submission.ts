import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { document } from "@/db/schema/document";
import { offerRevision } from "@/db/schema/offer";
import { communeOfAddress } from "@/lib/commune/queries/communes";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { chosenTerms, mergedTerms } from "@/lib/vocabulary/queries";
import type { VocabularyKind } from "@/lib/vocabulary/rules";
import { contentAsRead } from "../content/current-terms";
import type { OfferRefusal } from "../labels";
import {
  chosenAvailability,
  offerInformationSchema,
  offerSiteSchema,
  type OfferContent,
  type OfferDraft,
} from "../content/schema";
import { changesBetween, type ContentChange } from "../content/significance";

export interface Submission {
  content: OfferContent;
  /** What the public sees now; null for an offer the agency never approved. */
  approved: OfferContent | null;
  /** What differs between the two; null without an approved one. */
  changes: ContentChange[] | null;
}

interface Submitted {
  id: string;
  currentRevisionId: string | null;
  approvedRevisionId: string | null;
}

/**
 * A draft as it would be submitted, and what that changes: the check page tells with it what the
 * submission then does.
 * @returns why it cannot be submitted as it stands
 */
export async function submissionOf(
  executor: Executor,
  row: Submitted,
  draft: OfferDraft,
): Promise<Outcome<Submission, OfferRefusal>> {
  const current = await contentOf(executor, row.currentRevisionId);
  const stored = await contentOf(executor, row.approvedRevisionId);
  const held = [current, stored].filter((content) => content !== null);
  const built = await contentFrom(executor, row.id, draft, held);
  if (!built.ok) return built;
  const approved = stored && contentAsRead(stored, await mergedTerms(executor));
  const changes = approved && changesBetween(approved, built.data);
  return done({ content: built.data, approved, changes });
}

export async function contentOf(
  executor: Executor,
  revisionId: string | null,
): Promise<OfferContent | null> {
  if (!revisionId) return null;
  const [row] = await executor
    .select({ content: offerRevision.content })
    .from(offerRevision)
    .where(eq(offerRevision.id, revisionId));
  return row?.content ?? null;
}

/**
 * The content of a draft, if it is whole: both pages valid, every choice still in its list, the
 * commune a real one.
 */
async function contentFrom(
  executor: Executor,
  offerId: string,
  draft: OfferDraft,
  held: readonly OfferContent[],
): Promise<Outcome<OfferContent, OfferRefusal>> {
  const information = offerInformationSchema.safeParse(draft.values);
  const site = offerSiteSchema.safeParse(draft.values);
  if (!information.success || !site.success) return refused("incomplete");
  // What the offer said when a term was retired it may go on saying.
  const chosen = (
    kind: VocabularyKind,
    ids: readonly string[],
    idsOf: (content: OfferContent) => string[],
  ) => chosenTerms(executor, kind, ids, held.flatMap(idsOf));
  const themeIds = await chosen("theme", information.data.themeIds, (content) => content.themeIds);
  const audienceIds = await chosen(
    "audience",
    information.data.audienceIds,
    (content) => content.audienceIds,
  );
  const types = await chosen("siteType", [site.data.siteTypeId], ({ site: { typeId } }) =>
    typeId ? [typeId] : [],
  );
  const [typeId] = types ?? [];
  if (!themeIds || !audienceIds || !typeId) return refused("termUnknown");
  const commune = await communeOfAddress(executor, site.data.siteCommune, site.data.sitePostcode);
  if (!commune) return refused("communeUnknown");
  return done({
    title: information.data.title,
    description: information.data.description,
    themeIds,
    audienceIds,
    places: information.data.places,
    availability: chosenAvailability(information.data),
    lodging: information.data.support.includes("lodging"),
    catering: information.data.support.includes("catering"),
    site: {
      name: site.data.siteName,
      street: site.data.siteStreet,
      postcode: site.data.sitePostcode,
      communeCode: commune.code,
      communeName: commune.name,
      department: commune.department,
      typeId,
    },
    referent: {
      name: site.data.referentName,
      function: site.data.referentFunction,
      phone: site.data.referentPhone,
      email: site.data.referentEmail,
    },
    documentIds: await documentsOf(executor, offerId, draft.documentIds),
  });
}

/** Only documents of this very offer count, in the order of the draft. */
async function documentsOf(executor: Executor, offerId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await executor
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.offerId, offerId), inArray(document.id, ids)));
  const own = new Set(rows.map((found) => found.id));
  return ids.filter((id) => own.has(id));
}
