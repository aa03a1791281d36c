import "server-only";
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { textOf } from "@/lib/offer/content/draft-reading";
import { offer } from "@/lib/offer/content/tables";
import type { RefusedOffer } from "@/lib/offer/lifecycle/labels";
import type { Validation } from "@/lib/offer/lifecycle/rules";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import type { Outcome } from "@/lib/platform/form/action-result";
import { addressProblemWords } from "@/lib/reference/commune/labels";
import { gazetteer } from "@/lib/reference/commune/queries/gazetteer";
import { understandAddress, understoodWithin } from "@/lib/reference/commune/understand-address";
import { termsOf } from "@/lib/reference/vocabulary/queries";
import { importedOfferId } from "./id";
import { type ImportRefusal, outsideRegion } from "./labels";
import { readRowsInWorker } from "./read-in-worker";
import {
  addressKeyOf,
  addressOf,
  type ImportLine,
  type LookedUpAddress,
  type Lookups,
} from "./rows";
import { type ImportedRow, importIdSchema } from "./schema";
import { offerImport } from "./tables";

export type ImportState = (typeof offerImport.$inferSelect)["state"];

export interface ImportDto {
  id: string;
  fileName: string;
  state: ImportState;
  rows: ImportedRow[];
  /** Rows gone through so far. */
  written: number;
}

export interface ImportedOfferDto {
  line: number;
  /** Null for a row that was left aside. */
  offerId: string | null;
  title: string;
  validation: Validation | null;
  /** Deleted since, and to be had back from the bin. */
  inBin: boolean;
  /** Why it is still a draft, though it was to be submitted. */
  refusal: RefusedOffer | null;
}

export interface RecentImportDto {
  id: string;
  fileName: string;
  state: ImportState;
  createdAt: Date;
}

/** An import of the viewer's structure; null for a missing, foreign or malformed one. */
export async function importOf(viewer: Viewer, importId: string): Promise<ImportDto | null> {
  if (viewer.kind !== "offeror" || !importIdSchema.safeParse({ importId }).success) return null;
  const [row] = await db
    .select()
    .from(offerImport)
    .where(and(eq(offerImport.id, importId), eq(offerImport.structureId, viewer.structureId)));
  if (!row || !can(viewer, "offer:import", row)) return null;
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    rows: row.rows,
    written: row.written,
  };
}

/** What became of each row. */
export async function importedOffers(
  viewer: Viewer,
  { id, rows }: ImportDto,
): Promise<ImportedOfferDto[]> {
  if (viewer.kind !== "offeror" || rows.length === 0) return [];
  const ids = new Map(rows.map(({ line }) => [line, importedOfferId(id, line)]));
  const found = await db
    .select({ id: offer.id, validation: offer.validation, deletedAt: offer.deletedAt })
    .from(offer)
    .where(and(inArray(offer.id, [...ids.values()]), eq(offer.structureId, viewer.structureId)));
  const made = new Map(found.map((row) => [row.id, row]));
  return rows.map(({ line, values, refusal }) => {
    const row = made.get(ids.get(line) ?? "");
    return {
      line,
      offerId: row?.id ?? null,
      title: textOf(values.title),
      validation: row?.validation ?? null,
      inBin: Boolean(row?.deletedAt),
      refusal: row?.validation === "draft" && !row.deletedAt ? refusal : null,
    };
  });
}

/**
 * The last import of a file of the same name by the viewer's structure, where offers of it are
 * there: the same rows would make them twice.
 */
export async function importedBefore(
  viewer: Viewer,
  { id, fileName }: ImportDto,
): Promise<{ id: string; createdAt: Date; offers: number } | null> {
  if (viewer.kind !== "offeror") return null;
  const [before] = await db
    .select()
    .from(offerImport)
    .where(
      and(
        eq(offerImport.structureId, viewer.structureId),
        eq(offerImport.fileName, fileName),
        ne(offerImport.id, id),
        ne(offerImport.state, "preview"),
      ),
    )
    .orderBy(desc(offerImport.createdAt))
    .limit(1);
  if (!before) return null;
  const made = (await importedOffers(viewer, before)).filter(({ offerId }) => offerId !== null);
  return made.length === 0
    ? null
    : { id: before.id, createdAt: before.createdAt, offers: made.length };
}

/** The last imports of the viewer's structure. */
export async function recentImports(viewer: Viewer): Promise<RecentImportDto[]> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:import", viewer)) return [];
  return db
    .select({
      id: offerImport.id,
      fileName: offerImport.fileName,
      state: offerImport.state,
      createdAt: offerImport.createdAt,
    })
    .from(offerImport)
    .where(eq(offerImport.structureId, viewer.structureId))
    .orderBy(desc(offerImport.createdAt))
    .limit(5);
}

/** Judges lines by the rules of the form, with the lists and communes of today. */
export async function judgeLines(
  lines: readonly ImportLine[],
): Promise<Outcome<ImportedRow[], ImportRefusal>> {
  const [vocabulary, addresses] = await Promise.all([importVocabulary(), addressesOf(lines)]);
  return readRowsInWorker(lines, { ...vocabulary, addresses });
}

/** Unknown communes of a file beside which those are named that may be meant. */
const proposedFor = 100;

/** The portal answers others between two addresses: there may be hundreds, milliseconds each. */
async function addressesOf(lines: readonly ImportLine[]): Promise<Lookups["addresses"]> {
  const [all, { departments }] = [await gazetteer(), env.agency];
  const known = new Map<string, LookedUpAddress>();
  let unknown = 0;
  for (const line of lines) {
    const key = addressKeyOf(line);
    if (known.has(key)) continue;
    await turnOfOthers();
    const typed = understandAddress(addressOf(line), all, departments, unknown < proposedFor);
    const address = understoodWithin(typed, departments, "");
    if (!address.ok && address.problem === "communeUnknown") unknown += 1;
    known.set(
      key,
      address.ok
        ? { ok: true, postcode: address.postcode, commune: address.commune.name }
        : {
            ok: false,
            field: address.field === "postcode" ? "sitePostcode" : "siteCommune",
            message:
              address.problem === "outsideRegion"
                ? outsideRegion(address.typed)
                : addressProblemWords(address),
          },
    );
  }
  return known;
}

/** The lists that cells are looked up in. Public: the form shows them too. */
export async function importVocabulary() {
  const [themes, audiences, siteTypes] = await Promise.all([
    termsOf("theme"),
    termsOf("audience"),
    termsOf("siteType"),
  ]);
  return { themes, audiences, siteTypes };
}
