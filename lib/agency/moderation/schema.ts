import { z } from "zod";
import {
  type ContentPart,
  contentParts,
  type PartComments,
} from "@/lib/offer/content/significance";
import { departmentCode } from "@/lib/platform/values/department-code";
import { fieldList, line, paragraphs } from "@/lib/platform/values/fields";
import { isUuid } from "@/lib/platform/values/id";
import { ruleOver } from "@/lib/platform/values/rule-over";
import { filledQuery } from "@/lib/platform/values/search-params";
import { claimKinds, type QueueKind, queueKinds } from "./labels";

/** Offers that are decided on by one gesture: a page of the queue. */
export const bulkLimit = 30;

/**
 * The filters of the queue, read from the address; what does not parse is as if it had not been
 * said.
 */
export const queueFilterSchema = z.object({
  /** Words of the structure's name or of the title. */
  q: line(120, "La recherche").catch(""),
  /** A department's code, or `mes`: those the moderator follows. */
  departement: departmentCode.or(z.enum(["mes", ""])).catch(""),
  genre: z.enum(queueKinds).or(z.literal("")).catch(""),
  /** Whether someone looks at it. */
  suivi: z.enum(claimKinds).or(z.literal("")).catch(""),
});

export type QueueFilter = z.output<typeof queueFilterSchema>;

/**
 * The filter as the address says it, without what is empty; it travels with an offer to lead to the
 * next one.
 */
export function queueQuery(filter: QueueFilter): string {
  return filledQuery(filter);
}

export interface PendingOfferDto {
  id: string;
  /** The one a decision would be about. */
  revisionId: string;
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  department: string;
  places: number;
  submittedAt: Date;
  kinds: QueueKind[];
  /** Who looks at it now. */
  watch: { by: string; mine: boolean } | null;
}

/** The queue at this filter. */
export function queueAddress(filter: QueueFilter): "/admin" | `/admin?${string}` {
  const query = queueQuery(filter);
  return query ? `/admin?${query}` : "/admin";
}

/** An offer opened from the queue at this filter. */
export function offerInQueue(
  offerId: string,
  filter: QueueFilter,
): `/admin/offres/${string}?${string}` {
  const query = new URLSearchParams({ file: queueQuery(filter) });
  return `/admin/offres/${offerId}?${query.toString()}`;
}

/** @param query as {@link queueQuery} wrote it; anything else is no filter */
export function readQueueQuery(query: string): QueueFilter {
  return queueFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}

/** Name of the field that holds what a moderator writes about a part of the content. */
export function commentField<P extends ContentPart>(part: P): `comment-${P}` {
  return `comment-${part}`;
}

const comment = paragraphs
  .pipe(z.string().max(500, "Un commentaire compte au plus 500 caractères."))
  .default("");

const reason = paragraphs
  .pipe(z.string().max(2000, "Le motif compte au plus 2 000 caractères."))
  .default("");
const queue = z.string().max(500).catch("");

/** Why a decision does not carry a field. */
const notCarried = {
  approve: {
    fields: /^(reason|templateId|comment-.*)$/,
    words:
      "Une validation n’a pas de motif : la structure ne lirait pas ce texte. Effacez-le, ou " +
      "choisissez une autre décision.",
  },
  requestChanges: null,
  refuse: {
    fields: /^comment-/,
    words:
      "Un refus n’a pas de remarque par champ : la structure ne lirait pas ce texte. Reprenez-le " +
      "dans le motif, ou demandez une correction.",
  },
} as const;

/** What is typed beside a decision that does not carry it would be read by nobody: it is told. */
function expectCarried(
  input: { decision: keyof typeof notCarried; reason: string; templateId: string },
  context: z.RefinementCtx,
): void {
  const rule = notCarried[input.decision];
  for (const [name, value] of Object.entries(input))
    if (value !== "" && rule?.fields.test(name))
      context.addIssue({ code: "custom", path: [name], message: rule.words });
}

/** A moderator's decision on one revision; the rules say whether the reason is required. */
export const decisionSchema = z
  .object({
    offerId: z.uuid(),
    revisionId: z.uuid(),
    decision: z.enum(["approve", "requestChanges", "refuse"], "Choisissez une décision."),
    reason,
    /** A reason kept for use: taken as it stands when none is written. */
    templateId: z.uuid().or(z.literal("")).catch(""),
    /** Filter of the queue the offer was opened from. */
    queue,
    goOn: z.literal("on").optional(),
  })
  .extend(
    Object.fromEntries(contentParts.map((part) => [commentField(part), comment])) as Record<
      `comment-${ContentPart}`,
      typeof comment
    >,
  )
  .superRefine(expectCarried, ruleOver("decision", "reason", "templateId"))
  .transform((input) => ({ ...input, comments: commentsOf(input) }));

function commentsOf(input: Record<`comment-${ContentPart}`, string>): PartComments {
  return Object.fromEntries(
    contentParts
      .map((part) => [part, input[commentField(part)]] as const)
      .filter(([, words]) => words !== ""),
  );
}

/**
 * One decision on several offers, each at the revision its preview showed: `offerId:revisionId`.
 */
export const bulkDecisionSchema = z
  .object({
    picked: fieldList(
      z
        .array(
          z
            .string()
            .refine((pair) => pair.split(":").length === 2 && pair.split(":").every(isUuid)),
        )
        .min(1, "Choisissez au moins une offre.")
        .max(bulkLimit),
    ),
    decision: z.enum(["approve", "requestChanges", "refuse"], "Choisissez une décision."),
    reason,
    templateId: z.uuid().or(z.literal("")).catch(""),
    queue,
  })
  .superRefine(expectCarried, ruleOver("decision", "reason", "templateId"));

/** Taking decisions back. */
export const undoSchema = z.object({ batchId: z.uuid(), queue });

/** «Je m’en occupe» and back. */
export const claimSchema = z.object({ offerId: z.uuid(), queue });

/** A note among moderators. */
export const noteSchema = z.object({
  offerId: z.uuid(),
  queue,
  words: paragraphs.pipe(
    z
      .string()
      .min(1, "Écrivez la note avant de l’enregistrer.")
      .max(2000, "Une note compte au plus 2 000 caractères."),
  ),
});

/** A reason kept for use. */
export const templateSchema = z.object({
  /** Given for one that exists. */
  templateId: z.uuid().or(z.literal("")).default(""),
  decision: z.enum(
    ["changesRequested", "refused"],
    "Choisissez la décision que ce motif explique.",
  ),
  name: line(80, "Le nom").pipe(z.string().min(1, "Nommez ce motif.")),
  words: paragraphs.pipe(
    z
      .string()
      .min(1, "Écrivez le texte du motif.")
      .max(2000, "Le motif compte au plus 2 000 caractères."),
  ),
});

export const templateIdSchema = z.object({ templateId: z.uuid() });
