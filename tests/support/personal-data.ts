import { sql } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";

/**
 * Every column that can hold words or bytes, and whose words they are. `person`: what a closed
 * account takes with it. `structure`: the name of an organisation. `code`: nothing a person typed.
 * A column that is not here fails the test.
 */
export const columns: Readonly<Record<string, "person" | "structure" | "code">> = {
  "account.email": "person",
  "account.new_email": "person",
  "account.last_name": "person",
  "account.first_name": "person",
  "account.function": "person",
  "account.phone": "person",
  "account.password_hash": "person",
  "account.followed_departments": "code",
  "session.user_agent": "person",
  "throttle.key": "code",
  "audit_entry.deed": "code",
  "audit_entry.object_kind": "code",
  // A correction by the ARS keeps what the structure was called and where it stood, for twelve
  // months.
  "audit_entry.detail": "structure",
  "document.name": "person",
  "document.media_type": "code",
  "document.sha256": "code",
  "document.content": "person",
  "local_referent.name": "person",
  "local_referent.function": "person",
  "local_referent.phone": "person",
  "local_referent.email": "person",
  "mail.kind": "code",
  "mail.recipient": "person",
  "mail.params": "code",
  "mail.last_error": "code",
  "mailbox_message.recipient": "person",
  "mailbox_message.subject": "person",
  "mailbox_message.text": "person",
  "mailbox_message.html": "person",
  "moderator_note.words": "person",
  "offer.reference": "code",
  "offer.draft": "person",
  "offer_import.file_name": "person",
  "offer_import.rows": "person",
  "offer_revision.comments": "person",
  "offer_revision.content": "person",
  "offer_revision.content_hash": "code",
  "offer_revision.reason": "person",
  // Single words of public offers, one by one; each night those that no offer has any more are
  // forgotten.
  "catalogue_word.word": "code",
  "offer_message.name": "person",
  "offer_message.email": "person",
  "offer_message.establishment": "person",
  "offer_message.words": "person",
  "offer_message.disciplines": "code",
  "offer_message.half_days": "code",
  "search_alert.email": "person",
  "search_alert.query": "code",
  "public_offer.reference": "code",
  "public_offer.title": "person",
  "public_offer.structure_name": "structure",
  "public_offer.commune": "code",
  "public_offer.commune_name": "code",
  "public_offer.department": "code",
  "public_offer.page": "person",
  "public_offer.search": "person",
  "revision_facts.title": "person",
  "revision_facts.department": "code",
  "report.words": "person",
  "report.email": "person",
  "sent_form.step": "code",
  "sent_form.answer": "code",
  "scheduled_run.name": "code",
  "scheduled_run.due": "code",
  "structure.name": "structure",
  "structure.street": "structure",
  "structure.postcode": "code",
  "structure.commune_code": "code",
  "structure.commune_name": "code",
  "structure.department": "code",
  "structure.cedex": "structure",
  "structure.representative_name": "person",
  "structure.representative_function": "person",
  "structure_site.name": "person",
  "structure_site.street": "person",
  "structure_site.postcode": "code",
  "structure_site.commune_code": "code",
  "structure_site.commune_name": "code",
  "suspension.message": "person",
};

/** Lists the ARS or the State keeps: nobody's own data. */
const publicLists = new Set([
  "agency_text",
  "commune",
  "reason_template",
  "reference_data",
  "search_synonym",
  "vocabulary_term",
]);

/** Columns of the database as it is that can hold words or bytes, as `table.column`. */
export async function wordColumns(): Promise<string[]> {
  const rows = await db.execute<{ table_name: string; column_name: string }>(sql`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and (data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'tsvector') or udt_name in ('_text', '_varchar'))
    order by table_name, column_name`);
  return rows
    .filter(({ table_name }) => !publicLists.has(table_name))
    .map(({ table_name, column_name }) => `${table_name}.${column_name}`);
}

/**
 * What becomes of each thing tied to an offer, an account or a structure. One that is not here
 * fails the test.
 */
export const ties: Readonly<Record<string, string>> = {
  "account.structure_id": "the nameless account stays with its structure",
  "document.offer_id": "deleted with its offer",
  "local_referent.structure_id": "deleted with its person or its structure",
  "moderation_decision.account_id": "deleted after a day",
  "moderation_decision.offer_id": "deleted after a day, or with its offer",
  "moderation_watch.account_id": "deleted after a day",
  "moderation_watch.offer_id": "deleted after a day, or with its offer",
  "moderator_note.account_id": "the nameless account",
  "moderator_note.offer_id": "deleted with its offer",
  "offer.account_id": "passed on, or deleted with its structure",
  "offer.copied_from_id": "emptied when what it was copied from is deleted",
  "offer.draft_by": "the nameless account",
  "offer.structure_id": "deleted when the structure closes",
  "offer_import.account_id": "deleted with its account",
  "offer_import.structure_id": "deleted when the structure closes",
  "offer_message.offer_id": "deleted after 12 months, or with its offer",
  "offer_revision.decided_by": "the nameless account",
  "offer_revision.offer_id": "deleted with its offer",
  "offer_revision.submitted_by": "the nameless account",
  "public_offer.offer_id": "deleted with its offer",
  "reminder.account_id": "names an offer and an instant; deleted with its offer",
  "reminder.offer_id": "deleted with its offer",
  "renewal.offer_id": "deleted with its offer",
  "renewal.renewed_offer_id": "emptied when that offer is deleted",
  "report.offer_id": "deleted with its offer",
  "report.treated_by": "the nameless account",
  "session.viewing_account_id": "names an account, for half an hour; deleted after 12 months",
  "session.account_id": "its browser is erased, it is deleted after 12 months",
  "structure.merged_into_id": "a pointer between organisations",
  "structure_site.structure_id": "deleted when the structure closes",
  "suspension.account_id": "deleted with its account",
  "suspension.lifted_by": "the nameless account",
  "suspension.offer_id": "deleted with its offer",
  "suspension.structure_id": "deleted when the structure closes",
  "suspension.suspended_by": "the nameless account",
  "upload_tally.structure_id": "counts of two days, of nobody",
  "token.account_id": "used up, deleted after 12 months",
};

/** Foreign keys to these tables, and columns that name their rows without one. */
export async function tiesOf(): Promise<string[]> {
  const keys = await db.execute<{ tie: string }>(sql`
    select conrelid::regclass || '.' || attname as tie from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and confrelid in ('offer'::regclass, 'account'::regclass, 'structure'::regclass)`);
  const loose = await db.execute<{ tie: string }>(sql`
    select table_name || '.' || column_name as tie from information_schema.columns
    where table_schema = 'public' and column_name ~ '^(copied_from|(.*_)?(offer|account|structure))_id$'`);
  return [...new Set([...keys, ...loose].map(({ tie }) => tie))].sort();
}

/**
 * Every table, the job queue's too, with a row that holds a word: as text, or as the bytes of a
 * file.
 */
export async function traces(word: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' and table_name <> 'commune'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.execute<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.raw(name)} t where t::text ilike ${`%${word}%`} or t::text like ${`%${Buffer.from(word).toString("hex")}%`}`,
    );
    if ((row?.rows ?? 0) > 0) found.push(name.replace(/^public\./, ""));
  }
  return found.sort();
}
