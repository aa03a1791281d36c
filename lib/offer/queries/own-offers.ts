import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { offer, offerRevision } from "@/db/schema/offer";
import { can, type Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import { availabilityOf, listOf, textOf } from "../draft-reading";
import { availabilityWords } from "../availability-words";
import { availableCommands, type OfferCommand, type Publication, type Validation } from "../rules";
import { displayTitle } from "../schema";
import { stateOf } from "../state";

/** The orders of «Mes offres»; the first is the tutorial's. */
export const offerSorts = ["publication", "modification", "titre", "places"] as const;
export type OfferSort = (typeof offerSorts)[number];

export interface OwnOfferDto {
  id: string;
  reference: string;
  title: string;
  places: number | null;
  validation: Validation;
  publication: Publication;
  hasApproved: boolean;
  /** Something typed has not been submitted yet. */
  hasDraft: boolean;
  campaign: number;
  updatedAt: Date;
  publishedAt: Date | null;
  availability: string[];
  /** The moderator's words on the last decision, if any. */
  reason: string;
  commands: OfferCommand[];
}

const orders = {
  publication: sql`${offer.publishedAt} desc nulls last`,
  modification: desc(offer.updatedAt),
  titre: sql`coalesce(${offerRevision.content}->>'title', ${offer.draft}->'values'->>'title', '') collate "und-x-icu"`,
  places: sql`coalesce((${offerRevision.content}->>'places')::int, 0) desc`,
} as const;

/** Offers of the viewer's structure, deleted ones left out. */
export async function offersOfOwner(viewer: Viewer, sort: OfferSort): Promise<OwnOfferDto[]> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:read", viewer)) return [];
  const rows = await db
    .select({ offer, content: offerRevision.content, reason: offerRevision.reason })
    .from(offer)
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(and(eq(offer.structureId, viewer.structureId), isNull(offer.deletedAt)))
    .orderBy(orders[sort], desc(offer.updatedAt), asc(offer.id))
    .limit(500);
  const themeIds = rows.flatMap((row) => row.content?.themeIds ?? listOf(row.offer.draft?.values.themeIds));
  const labels = await termLabels([...new Set(themeIds.filter((id) => /^[0-9a-f-]{36}$/.test(id)))]);
  return rows.map(({ offer: row, content, reason }) => {
    const values = row.draft?.values ?? {};
    const themes = (content?.themeIds ?? listOf(values.themeIds)).map((id) => labels.get(id) ?? "").filter(Boolean);
    const state = stateOf(row);
    return {
      id: row.id,
      reference: row.reference,
      title: displayTitle(content?.title ?? textOf(values.title), themes),
      places: content?.places ?? (Number(values.places) || null),
      validation: row.validation,
      publication: row.publication,
      hasApproved: state.hasApproved,
      hasDraft: row.draft !== null,
      campaign: row.campaign,
      updatedAt: row.updatedAt,
      publishedAt: row.publication === "published" ? row.publishedAt : null,
      availability: availabilityWords(content?.availability ?? availabilityOf(values)),
      reason: reason ?? "",
      commands: availableCommands(state, "offeror"),
    };
  });
}

/** The offers deleted last, for the undo that «Mes offres» offers. */
export async function deletedOffersOfOwner(viewer: Viewer): Promise<{ id: string; reference: string }[]> {
  if (viewer.kind !== "offeror") return [];
  return db
    .select({ id: offer.id, reference: offer.reference })
    .from(offer)
    .where(and(eq(offer.structureId, viewer.structureId), isNotNull(offer.deletedAt)))
    .orderBy(desc(offer.deletedAt))
    .limit(20);
}
