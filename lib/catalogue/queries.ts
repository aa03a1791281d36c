import "server-only";
import { and, arrayContains, asc, count, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { offer } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { fromNumbers } from "@/lib/offer/availability";
import { availabilityWords } from "@/lib/offer/availability-words";
import { parseReference } from "@/lib/offer/reference";
import { mergedTerms } from "@/lib/vocabulary/queries";
import type { CatalogueFilter } from "./schema";

/** Offers on a page of results. */
export const pageSize = 20;

const card = {
  reference: publicOffer.reference,
  title: publicOffer.title,
  structureName: publicOffer.structureName,
  communeName: publicOffer.communeName,
  department: publicOffer.department,
  places: publicOffer.places,
  lodging: publicOffer.lodging,
  catering: publicOffer.catering,
  slots: publicOffer.slots,
  page: publicOffer.page,
  publishedAt: publicOffer.publishedAt,
  offerId: publicOffer.offerId,
};

export type CatalogueCardDto = Pick<typeof publicOffer.$inferSelect, Exclude<keyof typeof card, "page" | "offerId" | "slots">> & {
  themes: string[];
  /** When it can host, in words. */
  availability: string[];
};

/**
 * A page of the public catalogue, newest first. Reads the read model only, so that nothing unapproved can show.
 * @returns the offers, how many match in all, and where the next page starts (`apres`), if any
 */
export async function searchCatalogue(
  filter: CatalogueFilter,
): Promise<{ offers: CatalogueCardDto[]; total: number; next: string | null }> {
  const matching = and(...conditions(filter));
  const [rows, [counted]] = await Promise.all([
    db
      .select(card)
      .from(publicOffer)
      .where(and(matching, after(filter.apres)))
      .orderBy(desc(publicOffer.publishedAt), desc(publicOffer.offerId))
      .limit(pageSize + 1),
    db.select({ total: count() }).from(publicOffer).where(matching),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    offers: shown.map(({ page, slots, offerId: _, ...offer }) => ({ ...offer, themes: page.themes, availability: availabilityWords(fromNumbers(slots)) })),
    total: counted?.total ?? 0,
    next: rows.length > pageSize && last ? `${last.publishedAt.getTime()}_${last.offerId}` : null,
  };
}

function conditions(filter: CatalogueFilter): SQL[] {
  const found: SQL[] = [];
  if (filter.q) found.push(sql`${publicOffer.search} @@ websearch_to_tsquery('french_unaccent', ${filter.q})`);
  if (filter.theme) found.push(arrayContains(publicOffer.themeIds, [filter.theme]));
  if (filter.departement) found.push(eq(publicOffer.department, filter.departement));
  if (filter.mois) found.push(arrayContains(publicOffer.months, [filter.mois]));
  return found;
}

function after(cursor: string): SQL | undefined {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) return undefined;
  const at = new Date(Number(match[1]));
  return or(lt(publicOffer.publishedAt, at), and(eq(publicOffer.publishedAt, at), lt(publicOffer.offerId, match[2])));
}

/** The theme an address names, which may have been merged since the address was kept. */
export async function currentTheme(themeId: string): Promise<string> {
  return (await mergedTerms()).get(themeId) ?? themeId;
}

/** Themes to filter by: those a new offer can have, and retired ones that some public offer still has. */
export async function themesOfCatalogue(): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .select({ value: vocabularyTerm.id, label: vocabularyTerm.label })
    .from(vocabularyTerm)
    .where(
      and(
        eq(vocabularyTerm.kind, "theme"),
        isNull(vocabularyTerm.mergedIntoId),
        or(isNull(vocabularyTerm.retiredAt), sql`exists (select 1 from ${publicOffer} where ${publicOffer.themeIds} @> array[${vocabularyTerm.id}])`),
      ),
    )
    .orderBy(asc(vocabularyTerm.position));
  return rows;
}

/** Public offers whose row in the catalogue says the label of a term. */
export async function offersShowing(executor: Executor, termId: string): Promise<string[]> {
  const rows = await executor
    .select({ offerId: publicOffer.offerId })
    .from(publicOffer)
    .innerJoin(offer, eq(offer.id, publicOffer.offerId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .where(or(arrayContains(publicOffer.themeIds, [termId]), arrayContains(publicOffer.audienceIds, [termId]), eq(publicOffer.siteTypeId, termId), eq(structure.typeId, termId)));
  return rows.map(({ offerId }) => offerId);
}

/** One public offer by its reference, as typed; null when there is none that anyone may see. */
export async function publicOfferByReference(reference: string) {
  const parsed = parseReference(reference);
  if (!parsed) return null;
  const [row] = await db
    .select({
      reference: publicOffer.reference,
      campaign: publicOffer.campaign,
      title: publicOffer.title,
      places: publicOffer.places,
      lodging: publicOffer.lodging,
      catering: publicOffer.catering,
      page: publicOffer.page,
      publishedAt: publicOffer.publishedAt,
    })
    .from(publicOffer)
    .where(eq(publicOffer.reference, parsed));
  return row ?? null;
}
