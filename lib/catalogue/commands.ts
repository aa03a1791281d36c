import "server-only";
import { and, eq, getTableColumns, inArray, isNotNull, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { account } from "@/db/schema/account";
import { publicOffer } from "@/db/schema/catalogue";
import { document } from "@/db/schema/document";
import { offer, offerRevision } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { holdsOffer } from "@/db/suspended";
import { uuidList } from "@/db/uuid-list";
import { monthsOf, toNumbers } from "@/lib/offer/availability";
import { contentAsRead } from "@/lib/offer/current-terms";
import { displayTitle } from "@/lib/offer/schema";
import { now } from "@/lib/platform/clock";
import { holdVocabulary, mergedTerms, termLabels } from "@/lib/vocabulary/queries";
import { labelsOf, type MergedTerms } from "@/lib/vocabulary/rules";
import type { PublicOfferPage } from "./schema";

/** The SQL twin of `isPublic` in lib/offer/rules.ts. */
function visible(tx: Transaction): SQL | undefined {
  return and(
    isNotNull(offer.approvedRevisionId),
    eq(offer.publication, "published"),
    isNull(offer.pausedUntil),
    isNull(offer.archivedAt),
    isNull(offer.deletedAt),
    isNotNull(account.emailConfirmedAt),
    eq(account.state, "active"),
    eq(structure.state, "active"),
    notExists(tx.select({ id: suspension.id }).from(suspension).where(holdsOffer)),
  );
}

/** Which offers a change touched. */
export type CatalogueScope = { offerId: string } | { offerIds: readonly string[] } | { accountId: string } | { structureId: string } | { structureTypeId: string };

function within(tx: Transaction, scope: CatalogueScope): SQL {
  if ("offerId" in scope) return eq(offer.id, scope.offerId);
  if ("offerIds" in scope) return inArray(offer.id, [...scope.offerIds]);
  if ("accountId" in scope) return eq(offer.accountId, scope.accountId);
  if ("structureId" in scope) return eq(offer.structureId, scope.structureId);
  return inArray(offer.structureId, tx.select({ id: structure.id }).from(structure).where(eq(structure.typeId, scope.structureTypeId)));
}

/**
 * Makes the public read model say what the rules say, for the offers a change touched. Called in the transaction of
 * every change that can make an offer visible, invisible or different.
 */
export async function refreshCatalogue(tx: Transaction, scope: CatalogueScope): Promise<void> {
  await lockOffersOf(tx, scope);
  // A label that changes at the same moment waits for these rows, or these rows for the label.
  await holdVocabulary(tx);
  await rewriteCatalogue(tx, scope);
}

/**
 * Two changes that both touch an offer take turns: each would else miss what the other has not committed yet. Rows are
 * locked in one order everywhere: structures, terms, offers, and only then the lists (lib/vocabulary/queries.ts).
 */
export async function lockOffersOf(tx: Transaction, scope: CatalogueScope): Promise<void> {
  await tx.select({ id: offer.id }).from(offer).where(within(tx, scope)).orderBy(offer.id).for("no key update");
}

/** The same for who edits the lists, alone: whoever holds an offer's row then reads the lists after, and writes again. */
export async function rewriteCatalogue(tx: Transaction, scope: CatalogueScope): Promise<void> {
  const rows = await visibleOffers(tx, scope);
  const shown = rows.map((row) => row.offerId);
  const touched = tx.select({ id: offer.id }).from(offer).where(within(tx, scope));
  await tx.delete(publicOffer).where(and(inArray(publicOffer.offerId, touched), sql`${publicOffer.offerId} <> all(${uuidList(shown)})`));
  await writePublicOffers(tx, rows);
}

function visibleOffers(tx: Transaction, scope: CatalogueScope) {
  return tx
    .select({
      offerId: offer.id,
      reference: offer.reference,
      campaign: offer.campaign,
      publishedAt: offer.publishedAt,
      revisionId: offerRevision.id,
      content: offerRevision.content,
      structureName: structure.name,
      structureTypeId: structure.typeId,
    })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.approvedRevisionId))
    .innerJoin(account, eq(account.id, offer.accountId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .where(and(within(tx, scope), visible(tx)));
}

type VisibleOffer = Awaited<ReturnType<typeof visibleOffers>>[number];

/** Rows that one statement writes: a list that changes its label touches thousands. */
const batchSize = 100;

async function writePublicOffers(tx: Transaction, rows: readonly VisibleOffer[]): Promise<void> {
  if (rows.length === 0) return;
  const words = await wordsOf(tx, rows);
  for (let start = 0; start < rows.length; start += batchSize) {
    const values = rows.slice(start, start + batchSize).map((row) => publicRow(row, words));
    await tx
      .insert(publicOffer)
      .values(values)
      .onConflictDoUpdate({ target: publicOffer.offerId, set: replaced });
  }
}

/** Every column but the key, as the row that could not be inserted has it. */
const replaced = Object.fromEntries(
  Object.entries(getTableColumns(publicOffer))
    .filter(([name]) => name !== "offerId")
    .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
);

interface Words {
  merged: MergedTerms;
  labels: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, PublicOfferPage["documents"][number]>;
}

/** Labels and documents of many offers, read at once. */
async function wordsOf(tx: Transaction, rows: readonly VisibleOffer[]): Promise<Words> {
  const termIds = rows.flatMap(({ content, structureTypeId }) => [...content.themeIds, ...content.audienceIds, content.site.typeId, structureTypeId]);
  const documentIds = rows.flatMap(({ content }) => content.documentIds);
  const documents =
    documentIds.length === 0
      ? []
      : await tx
          .select({ id: document.id, name: document.name, mediaType: document.mediaType, size: document.size })
          .from(document)
          .where(sql`${document.id} = any(${uuidList(documentIds)})`);
  return { merged: await mergedTerms(tx), labels: await termLabels([...new Set(termIds)], tx), documents: new Map(documents.map((each) => [each.id, each])) };
}

function publicRow(row: VisibleOffer, { merged, labels, documents }: Words) {
  const content = contentAsRead(row.content, merged);
  const page: PublicOfferPage = {
    description: content.description,
    themes: labelsOf(row.content.themeIds, labels),
    audiences: labelsOf(row.content.audienceIds, labels),
    availability: [...content.availability],
    structure: { name: row.structureName, type: labels.get(row.structureTypeId) ?? "" },
    site: {
      name: content.site.name,
      street: content.site.street,
      postcode: content.site.postcode,
      communeName: content.site.communeName,
      department: content.site.department,
      type: labels.get(row.content.site.typeId) ?? "",
    },
    documents: content.documentIds.flatMap((id) => documents.get(id) ?? []),
  };
  const title = displayTitle(content.title, page.themes);
  const weighted = (weight: "A" | "B" | "C", text: string) =>
    sql`setweight(to_tsvector('french_unaccent', ${text}), ${sql.raw(`'${weight}'`)})`;
  return {
    offerId: row.offerId,
    reference: row.reference,
    revisionId: row.revisionId,
    campaign: row.campaign,
    title,
    structureName: row.structureName,
    communeName: content.site.communeName,
    department: content.site.department,
    themeIds: content.themeIds,
    audienceIds: content.audienceIds,
    siteTypeId: content.site.typeId,
    places: content.places,
    lodging: content.lodging,
    catering: content.catering,
    months: monthsOf(content.availability),
    slots: toNumbers(content.availability),
    page,
    publishedAt: row.publishedAt ?? now(),
    search: sql<string>`${weighted("A", title)} || ${weighted("B", [...page.themes, ...page.audiences, page.site.communeName, page.site.name, row.structureName].join(" "))} || ${weighted("C", content.description)}`,
  };
}
