import "server-only";
import { and, desc, eq, gte, inArray, like, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { referencesIn } from "@/lib/offer/content/reference";
import { offer } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { foldedLike, holdsWords } from "@/lib/platform/database/holds-words";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { dayAfter, startOfDay } from "@/lib/platform/values/calendar-day";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import type { JournalEntryDto, JournalFilter } from "../schema";

const pageSize = 50;
/**
 * People or things that a word may stand for; a word that fits more is too short to mean anything.
 */
const namesakes = 200;

export interface JournalPage {
  entries: JournalEntryDto[];
  /** Id to ask the next page with; null on the last. */
  next: string | null;
}

/**
 * Everything that was done, newest first, for the ARS.
 * @param before id of the last entry of the page before; anything else is the first page
 */
export async function journalPage(
  viewer: Viewer,
  filter: JournalFilter,
  before = "",
): Promise<JournalPage> {
  if (!can(viewer, "audit:read")) return { entries: [], next: null };
  const entries = await read(await conditions(filter), before, pageSize + 1);
  return {
    entries: entries.slice(0, pageSize),
    next: entries.length > pageSize ? (entries[pageSize - 1]?.id ?? null) : null,
  };
}

/** The same list whole, a page at a time; nothing for anyone but the ARS. */
export async function* journalPages(
  viewer: Viewer,
  filter: JournalFilter,
): AsyncGenerator<JournalEntryDto[]> {
  if (!can(viewer, "audit:read")) return;
  const where = await conditions(filter);
  yield* pagesByKey((before) => read(where, before, exportPage));
}

/** Conditions on the log alone: its keys are the only ones that are walked. */
async function conditions({
  qui,
  quoi,
  objet,
  du,
  au,
}: JournalFilter): Promise<(SQL | undefined)[]> {
  return [
    quoi ? like(auditEntry.deed, `${quoi}:%`) : undefined,
    qui ? inArray(auditEntry.actorId, await people(qui)) : undefined,
    objet ? inArray(auditEntry.objectId, await things(objet)) : undefined,
    du ? gte(auditEntry.id, firstIdOf(startOfDay(du))) : undefined,
    au ? lt(auditEntry.id, firstIdOf(startOfDay(dayAfter(au, 1)))) : undefined,
  ];
}

/**
 * Entries have UUIDv7 ids: their first 48 bits are the millisecond they were written, none of them
 * before 1970.
 */
function firstIdOf(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

async function people(words: string): Promise<string[]> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(holdsWords(words, (pattern) => [foldedLike(nameAndAddress, pattern)]))
    .limit(namesakes);
  return rows.map(({ id }) => id);
}

const nameAndAddress = sql`${account.firstName} || ' ' || ${account.lastName} || ' ' || ${account.email}`;

async function things(words: string): Promise<string[]> {
  if (isUuid(words)) return [words];
  const references = referencesIn(words);
  const found = await Promise.all([
    references.length === 0
      ? []
      : db.select({ id: offer.id }).from(offer).where(inArray(offer.reference, references)),
    db
      .select({ id: structure.id })
      .from(structure)
      .where(
        holdsWords(words, (pattern) => [
          foldedLike(sql`${structure.name} || ' ' || ${structure.communeName}`, pattern),
        ]),
      )
      .limit(namesakes),
    db
      .select({ id: vocabularyTerm.id })
      .from(vocabularyTerm)
      .where(holdsWords(words, (pattern) => [foldedLike(sql`${vocabularyTerm.label}`, pattern)]))
      .limit(namesakes),
    people(words),
  ]);
  return found.flatMap((each) => each.map((row) => (typeof row === "string" ? row : row.id)));
}

const about = alias(account, "about");

async function read(
  where: readonly (SQL | undefined)[],
  before: string,
  limit: number,
): Promise<JournalEntryDto[]> {
  const rows = await db
    .select({
      entry: auditEntry,
      role: account.role,
      firstName: account.firstName,
      lastName: account.lastName,
      reference: offer.reference,
      structureName: structure.name,
      termLabel: vocabularyTerm.label,
      aboutFirst: about.firstName,
      aboutLast: about.lastName,
    })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.actorId))
    .leftJoin(offer, and(eq(auditEntry.objectKind, "offer"), eq(offer.id, auditEntry.objectId)))
    .leftJoin(
      structure,
      and(eq(auditEntry.objectKind, "structure"), eq(structure.id, auditEntry.objectId)),
    )
    .leftJoin(
      vocabularyTerm,
      and(eq(auditEntry.objectKind, "term"), eq(vocabularyTerm.id, auditEntry.objectId)),
    )
    .leftJoin(about, and(eq(auditEntry.objectKind, "account"), eq(about.id, auditEntry.objectId)))
    .where(and(...where, isUuid(before) ? lt(auditEntry.id, before) : undefined))
    .orderBy(desc(auditEntry.id))
    .limit(limit);
  return rows.map(
    ({
      entry,
      role,
      firstName,
      lastName,
      reference,
      structureName,
      termLabel,
      aboutFirst,
      aboutLast,
    }) => ({
      id: entry.id,
      at: entry.at,
      deed: entry.deed,
      actor: fullName({ firstName, lastName }),
      actorKind: role === null ? "portal" : role === "moderator" ? "moderator" : "offeror",
      object: {
        kind: entry.objectKind,
        id: entry.objectId,
        label:
          reference ??
          structureName ??
          termLabel ??
          fullName({ firstName: aboutFirst, lastName: aboutLast }),
      },
    }),
  );
}
