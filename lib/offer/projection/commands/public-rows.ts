import "server-only";
import { sql } from "drizzle-orm";
import { catalogueWord } from "@/db/schema/catalogue";
import { document } from "@/db/schema/document";
import { toNumbers } from "@/lib/offer/availability/availability";
import { toCome } from "@/lib/offer/availability/elapsed";
import { contentAsRead, termsIn } from "@/lib/offer/content/current-terms";
import { shownTerms } from "@/lib/offer/content/preview";
import { pagedContent, publicTexts } from "@/lib/offer/content/public";
import { displayTitle, type OfferContent } from "@/lib/offer/content/schema";
import type { Transaction } from "@/lib/platform/database/client";
import { uuidList } from "@/lib/platform/database/uuid-list";
import { now } from "@/lib/platform/values/clock";
import { mendableWords } from "@/lib/platform/values/words";
import { departmentName } from "@/lib/reference/commune/departments";
import { numbersOfTerms, type TermNumbers } from "@/lib/reference/vocabulary/queries";
import { facetsOf, partOf, startOf } from "../facets";
import { searchVector } from "../search-vector";
import type { PublicOfferPage } from "../stored-page";
import { publicOffer, writtenColumns } from "../tables";

/** An offer that anyone may see, as the tables of the offerors hold it. */
export interface VisibleOffer {
  offerId: string;
  reference: string;
  campaign: number;
  publishedAt: Date | null;
  revisionId: string;
  content: OfferContent;
  structureName: string;
  structureTypeId: string;
}

/** Rows that one statement writes: a list that changes its label touches thousands. */
const batchSize = 100;

/**
 * Writes offers into the read model, whatever stood there before, and their words into the list of
 * words.
 */
export async function writePublicOffers(
  tx: Transaction,
  rows: readonly VisibleOffer[],
): Promise<void> {
  if (rows.length === 0) return;
  const known = await knownFor(tx, rows);
  for (let start = 0; start < rows.length; start += batchSize) {
    const written = rows.slice(start, start + batchSize).map((row) => publicRow(row, known));
    await tx
      .insert(publicOffer)
      .values(written.map(({ values }) => values))
      // What stays as it is is not written: its index neither, and the catalogue keeps its version.
      .onConflictDoUpdate({
        target: publicOffer.offerId,
        set: replaced,
        setWhere: sql`(${publicOffer}.*) is distinct from (excluded.*)`,
      });
    await writeWords(
      tx,
      written.map(({ text }) => text),
    );
  }
}

/** Every column but the key, as the row that could not be inserted has it. */
const replaced = Object.fromEntries(
  writtenColumns
    .filter(([name]) => name !== "offerId")
    .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
);

/**
 * In one order, so that two who bring the same words wait for one another and never for each other.
 */
async function writeWords(tx: Transaction, found: readonly SearchText[]): Promise<void> {
  const words = [
    ...new Set(
      found.flatMap(({ title, names, texts }) => mendableWords([title, names, texts].join(" "))),
    ),
  ].sort();
  if (words.length === 0) return;
  await tx.execute(
    sql`insert into ${catalogueWord} (word) select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) on conflict do nothing`,
  );
}

interface Known {
  terms: TermNumbers;
  documents: ReadonlyMap<string, PublicOfferPage["documents"][number]>;
}

/** Terms and documents of many offers, read at once. */
async function knownFor(tx: Transaction, rows: readonly VisibleOffer[]): Promise<Known> {
  const documentIds = rows.flatMap(({ content }) => content.documentIds);
  const documents =
    documentIds.length === 0
      ? []
      : await tx
          .select({
            id: document.id,
            name: document.name,
            mediaType: document.mediaType,
            size: document.size,
          })
          .from(document)
          .where(sql`${document.id} = any(${uuidList(documentIds)})`);
  return {
    terms: await numbersOfTerms(tx),
    documents: new Map(documents.map((each) => [each.id, each])),
  };
}

/** What is found in an offer, the most telling part first. */
interface SearchText {
  title: string;
  names: string;
  texts: string;
}

function publicRow(row: VisibleOffer, { terms, documents }: Known) {
  const content = contentAsRead(row.content, terms.merged);
  const { site } = content;
  const labels = (ids: readonly string[]) => ids.flatMap((id) => terms.byId.get(id)?.label ?? []);
  const typeId = terms.merged.get(row.structureTypeId) ?? row.structureTypeId;
  const page: PublicOfferPage = {
    ...pagedContent(content),
    ...shownTerms(content, labels),
    structure: { name: row.structureName, type: labels([typeId])[0] ?? "" },
    site: {
      name: site.name,
      street: site.street,
      postcode: site.postcode,
      communeName: site.communeName,
      department: site.department,
      type: labels([site.typeId])[0] ?? "",
    },
    slots: toNumbers(content.availability),
    documents: content.documentIds.flatMap((id) => documents.get(id) ?? []),
  };
  const title = displayTitle(content.title, page.themes);
  const names = [
    ...Object.values(shownTerms(content, labels)).flat(),
    page.site.type,
    page.structure.type,
    site.communeName,
    departmentName(site.department),
    site.name,
    row.structureName,
  ].join(" ");
  const texts = publicTexts(content);
  const ahead = toCome(content.availability, row.campaign, now());
  const facets = facetsOf({
    ...content,
    ahead,
    offerId: row.offerId,
    campaign: row.campaign,
    department: site.department,
    commune: site.communeCode,
    terms: [...termsIn(content), typeId].flatMap((id) => terms.byId.get(id)?.number ?? []),
  });
  const values = {
    offerId: row.offerId,
    reference: row.reference,
    revisionId: row.revisionId,
    campaign: row.campaign,
    title,
    structureName: row.structureName,
    communeName: site.communeName,
    commune: site.communeCode,
    department: site.department,
    places: content.places,
    lodging: content.lodging,
    catering: content.catering,
    start: startOf(ahead, row.campaign),
    part: partOf(row.offerId),
    facets,
    slots: toNumbers(ahead),
    page,
    publishedAt: row.publishedAt ?? now(),
    search: sql<string>`${searchVector({ A: title, B: names, C: texts })}::tsvector`,
  };
  return { values, text: { title, names, texts } satisfies SearchText };
}
