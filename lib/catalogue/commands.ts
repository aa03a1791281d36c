import "server-only";
import { and, eq, inArray, isNotNull, isNull, notExists, notInArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { account } from "@/db/schema/account";
import { publicOffer } from "@/db/schema/catalogue";
import { document } from "@/db/schema/document";
import { offer, offerRevision } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { holdsOffer } from "@/db/suspended";
import { monthsOf, toNumbers } from "@/lib/offer/availability";
import { displayTitle } from "@/lib/offer/schema";
import { now } from "@/lib/platform/clock";
import { termLabels } from "@/lib/vocabulary/queries";
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
export type CatalogueScope = { offerId: string } | { accountId: string } | { structureId: string } | { structureTypeId: string };

function within(tx: Transaction, scope: CatalogueScope): SQL {
  if ("offerId" in scope) return eq(offer.id, scope.offerId);
  if ("accountId" in scope) return eq(offer.accountId, scope.accountId);
  if ("structureId" in scope) return eq(offer.structureId, scope.structureId);
  return inArray(offer.structureId, tx.select({ id: structure.id }).from(structure).where(eq(structure.typeId, scope.structureTypeId)));
}

/**
 * Makes the public read model say what the rules say, for the offers a change touched. Called in the transaction of
 * every change that can make an offer visible, invisible or different.
 */
export async function refreshCatalogue(tx: Transaction, scope: CatalogueScope): Promise<void> {
  // Two changes that both touch an offer take turns: each would else miss what the other has not committed yet.
  await tx.select({ id: offer.id }).from(offer).where(within(tx, scope)).orderBy(offer.id).for("no key update");
  const rows = await visibleOffers(tx, scope);
  const shown = rows.map((row) => row.offerId);
  const touched = tx.select({ id: offer.id }).from(offer).where(within(tx, scope));
  await tx
    .delete(publicOffer)
    .where(and(inArray(publicOffer.offerId, touched), shown.length > 0 ? notInArray(publicOffer.offerId, shown) : undefined));
  for (const row of rows) await writePublicOffer(tx, row);
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

async function writePublicOffer(tx: Transaction, row: Awaited<ReturnType<typeof visibleOffers>>[number]): Promise<void> {
  const { content } = row;
  const labels = await termLabels([...content.themeIds, ...content.audienceIds, content.site.typeId, row.structureTypeId], tx);
  const words = (ids: string[]) => ids.map((id) => labels.get(id) ?? "");
  const documents =
    content.documentIds.length === 0
      ? []
      : await tx
          .select({ id: document.id, name: document.name, mediaType: document.mediaType, size: document.size })
          .from(document)
          .where(inArray(document.id, content.documentIds));
  const page: PublicOfferPage = {
    description: content.description,
    themes: words(content.themeIds),
    audiences: words(content.audienceIds),
    availability: [...content.availability],
    structure: { name: row.structureName, type: labels.get(row.structureTypeId) ?? "" },
    site: {
      name: content.site.name,
      street: content.site.street,
      postcode: content.site.postcode,
      communeName: content.site.communeName,
      department: content.site.department,
      type: labels.get(content.site.typeId) ?? "",
    },
    documents: documents.sort((a, b) => content.documentIds.indexOf(a.id) - content.documentIds.indexOf(b.id)),
  };
  const title = displayTitle(content.title, page.themes);
  const weighted = (weight: "A" | "B" | "C", text: string) =>
    sql`setweight(to_tsvector('french_unaccent', ${text}), ${sql.raw(`'${weight}'`)})`;
  const values = {
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
  await tx
    .insert(publicOffer)
    .values({ offerId: row.offerId, ...values })
    .onConflictDoUpdate({ target: publicOffer.offerId, set: values });
}
