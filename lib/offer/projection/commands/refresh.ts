import "server-only";
import { and, eq, gte, inArray, isNotNull, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { suspendsOffer } from "@/db/suspended";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import type { Transaction } from "@/lib/platform/database/client";
import { uuidList } from "@/lib/platform/database/uuid-list";
import { now } from "@/lib/platform/values/clock";
import { shareVocabularyLock } from "@/lib/reference/vocabulary/queries";
import { publicOffer } from "../tables";
import { writePublicOffers } from "./public-rows";

/** The SQL twin of `isPublic` in lib/offer/lifecycle/rules.ts. */
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
    notExists(tx.select({ id: suspension.id }).from(suspension).where(suspendsOffer)),
  );
}

/** Which offers a change touched. */
export type CatalogueScope =
  | { offerId: string }
  | { offerIds: readonly string[] }
  | { accountId: string }
  | { structureId: string }
  | { structureTypeId: string };

function within(tx: Transaction, scope: CatalogueScope): SQL {
  if ("offerId" in scope) return eq(offer.id, scope.offerId);
  if ("offerIds" in scope) return inArray(offer.id, [...scope.offerIds]);
  if ("accountId" in scope) return eq(offer.accountId, scope.accountId);
  if ("structureId" in scope) return eq(offer.structureId, scope.structureId);
  return inArray(
    offer.structureId,
    tx
      .select({ id: structure.id })
      .from(structure)
      .where(eq(structure.typeId, scope.structureTypeId)),
  );
}

/**
 * Makes the public read model say what the rules say, for the offers a change touched. Called in
 * the transaction of every change that can make an offer visible, invisible or different.
 */
export async function refreshCatalogue(tx: Transaction, scope: CatalogueScope): Promise<void> {
  await lockOffersOf(tx, scope);
  await refreshLocked(tx, scope);
}

async function refreshLocked(tx: Transaction, scope: CatalogueScope): Promise<void> {
  // A label that changes at the same moment waits for these rows, or these rows for the label.
  await shareVocabularyLock(tx);
  await rewriteCatalogue(tx, scope);
}

/**
 * The same for a change that brings into sight what nobody could see: what was published meanwhile
 * is published from now, for the newest come first and alerts go by that day.
 * @param hiddenSince null where none of it was ever to be seen
 */
export async function showInCatalogue(
  tx: Transaction,
  scope: CatalogueScope,
  hiddenSince: Date | null,
): Promise<void> {
  await lockOffersOf(tx, scope);
  const unseen = and(
    within(tx, scope),
    eq(offer.publication, "published"),
    hiddenSince ? gte(offer.publishedAt, hiddenSince) : undefined,
  );
  await tx.update(offer).set({ publishedAt: now() }).where(unseen);
  await refreshLocked(tx, scope);
}

/**
 * Two changes that both touch an offer take turns: each would else miss what the other has not
 * committed yet. Rows are locked in one order everywhere: structures, terms, offers, and only then
 * the lists (lib/reference/vocabulary/queries.ts).
 */
export async function lockOffersOf(tx: Transaction, scope: CatalogueScope): Promise<void> {
  await tx
    .select({ id: offer.id })
    .from(offer)
    .where(within(tx, scope))
    .orderBy(offer.id)
    .for("no key update");
}

/**
 * The same for who edits the lists, alone: whoever holds an offer's row then reads the lists after,
 * and writes again.
 */
export async function rewriteCatalogue(tx: Transaction, scope: CatalogueScope): Promise<void> {
  const rows = await visibleOffers(tx, scope);
  const shown = rows.map((row) => row.offerId);
  const touched = tx.select({ id: offer.id }).from(offer).where(within(tx, scope));
  await tx
    .delete(publicOffer)
    .where(
      and(
        inArray(publicOffer.offerId, touched),
        sql`${publicOffer.offerId} not in (select unnest(${uuidList(shown)}))`,
      ),
    );
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
