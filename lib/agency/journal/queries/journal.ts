import "server-only";
import { and, desc, eq, gte, inArray, like, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { reasonTemplate } from "@/db/schema/moderation";
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
import { keptLabel } from "../labels";
import type { JournalEntryDto, JournalFilter } from "../schema";

const pageSize = 50;

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
  const entries = await read(conditions(filter), before, pageSize + 1);
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
  const where = conditions(filter);
  yield* pagesByKey((before) => read(where, before, exportPage));
}

/** Conditions on the log alone: its keys are the only ones that are walked. */
function conditions({ qui, quoi, objet, du, au }: JournalFilter): (SQL | undefined)[] {
  return [
    quoi ? like(auditEntry.deed, `${quoi}:%`) : undefined,
    // «is true» keeps it a test of each entry that is walked. As a join Postgres begins with whom
    // it finds, believes that they did little, and sorts all that a busy moderator did: seconds.
    qui
      ? sql`(${auditEntry.actorId} in (
          select ${account.id} from ${account} where ${called(qui)})) is true`
      : undefined,
    objet ? isAbout(objet) : undefined,
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

const called = (words: string) =>
  holding(
    words,
    sql`${account.firstName} || ' ' || ${account.lastName} || ' ' || ${account.email}`,
  );

function holding(words: string, text: SQL): SQL {
  return holdsWords(words, (pattern) => [foldedLike(text, pattern)]) ?? sql`true`;
}

/** By kind and id, as the index of the log has them: a thing has few entries, a word few things. */
function isAbout(words: string): SQL {
  if (isUuid(words)) return eq(auditEntry.objectId, words);
  const name = sql`${structure.name} || ' ' || ${structure.communeName}`;
  return sql`(${auditEntry.objectKind}, ${auditEntry.objectId}) in (
    select 'offer', ${offer.id} from ${offer} where ${inArray(offer.reference, referencesIn(words))}
    union all select 'structure', ${structure.id} from ${structure} where ${holding(words, name)}
    union all select either, ${vocabularyTerm.id}
      from ${vocabularyTerm}, unnest(array['term', 'structureType']) either
      where ${holding(words, sql`${vocabularyTerm.label}`)}
    union all select 'account', ${account.id} from ${account} where ${called(words)})`;
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
      // As the moderator's own page of an offer decides it: no draft, nothing of the bin.
      opens: sql<boolean>`${offer.currentRevisionId} is not null and ${offer.deletedAt} is null`,
      structureName: structure.name,
      termLabel: vocabularyTerm.label,
      templateName: reasonTemplate.name,
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
      and(
        inArray(auditEntry.objectKind, ["term", "structureType"]),
        eq(vocabularyTerm.id, auditEntry.objectId),
      ),
    )
    .leftJoin(
      reasonTemplate,
      and(eq(auditEntry.objectKind, "template"), eq(reasonTemplate.id, auditEntry.objectId)),
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
      opens,
      structureName,
      termLabel,
      templateName,
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
          templateName ??
          (fullName({ firstName: aboutFirst, lastName: aboutLast }) ||
            keptLabel(entry.objectKind, entry.detail)),
        opens,
      },
    }),
  );
}
