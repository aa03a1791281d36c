import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { contentOfForm, type ReadForm } from "@/lib/offer/content/codec";
import { contentAsRead, termInputs, termsIn } from "@/lib/offer/content/current-terms";
import { inputs } from "@/lib/offer/content/inputs";
import { formSchemas, type OfferContent, type OfferDraft } from "@/lib/offer/content/schema";
import { changesBetween, type ContentChange } from "@/lib/offer/content/significance";
import { offerRevision } from "@/lib/offer/content/tables";
import type { Executor } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { addressProblemParams } from "@/lib/reference/commune/labels";
import { understoodSite } from "@/lib/reference/commune/queries/addresses";
import { chosenInLists, mergedTerms } from "@/lib/reference/vocabulary/queries";
import type { OfferRefusal } from "../labels";

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
  const information = formSchemas.informations.safeParse(draft.values);
  const site = formSchemas.terrain.safeParse(draft.values);
  if (!information.success || !site.success) return refused("incomplete");
  const form: ReadForm = { ...information.data, ...site.data };
  const terms = await chosenIn(executor, form, held);
  if (!terms) return refused("termUnknown");
  const address = await understoodSite(draft.values, executor);
  if (!address.ok) return refused(address.problem, undefined, addressProblemParams(address));
  const documentIds = await documentsOf(executor, offerId, draft.documentIds);
  return done(contentOfForm({ ...form, ...terms }, { address, documentIds }));
}

/**
 * The terms a form names, as they are read today; null when one is offered no more. What the offer
 * said when a term was retired it may go on saying.
 */
async function chosenIn(
  executor: Executor,
  form: ReadForm,
  held: readonly OfferContent[],
): Promise<Partial<ReadForm> | null> {
  const named = termInputs.flatMap((name) => {
    const { vocabulary } = inputs[name];
    return vocabulary ? [{ name, vocabulary }] : [];
  });
  const lists = await chosenInLists(
    executor,
    named.map(({ name, vocabulary }) => ({
      kind: vocabulary,
      ids: [form[name as "themeIds" | "siteTypeId"]].flat(),
      kept: held.flatMap((content) => termsIn(content, vocabulary)),
    })),
  );
  if (!lists) return null;
  const chosen = named.map(({ name }, at) => {
    const ids = lists[at];
    return [name, inputs[name].kind === "term" ? ids?.[0] : ids] as const;
  });
  if (chosen.some(([, choice]) => choice === undefined)) return null;
  return Object.fromEntries(chosen) as Partial<ReadForm>;
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
