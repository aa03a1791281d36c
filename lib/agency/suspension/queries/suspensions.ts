import "server-only";
import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { columnOf, suspendedThingOf } from "@/lib/offer/suspended/queries";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import type { LiftedSuspensionDto, SuspensionDto } from "../schema";

const pageSize = 50;

const by = alias(account, "by");
const lifter = alias(account, "lifter");
const holder = alias(account, "holder");
const columns = {
  suspension,
  thing: suspendedThingOf,
  by: { firstName: by.firstName, lastName: by.lastName },
  lifter: { firstName: lifter.firstName, lastName: lifter.lastName },
  reference: offer.reference,
  content: offerRevision.content,
  holder: { firstName: holder.firstName, lastName: holder.lastName },
  structureName: structure.name,
  type: vocabularyTerm.label,
};

function suspensions() {
  return db
    .select(columns)
    .from(suspension)
    .innerJoin(by, eq(by.id, suspension.suspendedBy))
    .leftJoin(lifter, eq(lifter.id, suspension.liftedBy))
    .leftJoin(offer, eq(offer.id, suspension.offerId))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .leftJoin(holder, eq(holder.id, suspension.accountId))
    .leftJoin(structure, eq(structure.id, suspension.structureId))
    .leftJoin(vocabularyTerm, eq(vocabularyTerm.id, suspension.typeId));
}

type Row = Awaited<ReturnType<typeof suspensions>>[number];

function dto({
  suspension: row,
  thing,
  by: who,
  reference,
  content,
  holder: person,
  structureName,
  type,
}: Row): SuspensionDto {
  const name = reference
    ? `${reference} ${content?.title ?? ""}`
    : (structureName ?? type ?? fullName(person));
  return {
    id: row.id,
    thing,
    subjectId: row.offerId ?? row.accountId ?? row.structureId ?? row.typeId ?? "",
    name: name.trim(),
    message: row.message,
    by: fullName(who),
    since: row.suspendedAt,
  };
}

/**
 * Everything that is suspended now, newest first. Nothing for anyone but a moderator. @param before
 * id of the last one of the page before
 */
export async function suspensionPage(
  viewer: Viewer,
  before = "",
): Promise<{ suspensions: SuspensionDto[]; next: string | null }> {
  if (!can(viewer, "suspension:decide")) return { suspensions: [], next: null };
  const rows = await rowsBefore(before, pageSize + 1);
  return {
    suspensions: rows.slice(0, pageSize).map(dto),
    next: rows.length > pageSize ? (rows[pageSize - 1]?.suspension.id ?? null) : null,
  };
}

/** The same list whole, a page at a time; nothing for anyone but a moderator. */
export async function* suspensionPages(viewer: Viewer): AsyncGenerator<SuspensionDto[]> {
  if (can(viewer, "suspension:decide"))
    yield* pagesByKey(async (before) => (await rowsBefore(before, exportPage)).map(dto));
}

function rowsBefore(before: string, limit: number) {
  return suspensions()
    .where(and(isNull(suspension.liftedAt), isUuid(before) ? lt(suspension.id, before) : undefined))
    .orderBy(desc(suspension.id))
    .limit(limit);
}

/**
 * The suspension of one thing itself that is in force; null when there is none, and for anyone but
 * a moderator.
 */
export async function suspensionInForce(
  viewer: Viewer,
  thing: SuspendedThing,
  id: string,
): Promise<SuspensionDto | null> {
  if (!can(viewer, "suspension:decide") || !isUuid(id)) return null;
  const [row] = await suspensions().where(and(columnOf(thing, id), isNull(suspension.liftedAt)));
  return row ? dto(row) : null;
}

/**
 * Those that are over, the last lifted first: of everything, or of one thing itself. Nothing for
 * anyone but a moderator.
 */
export async function liftedSuspensions(
  viewer: Viewer,
  of?: { thing: SuspendedThing; id: string },
): Promise<LiftedSuspensionDto[]> {
  if (!can(viewer, "suspension:decide") || (of && !isUuid(of.id))) return [];
  const rows = await suspensions()
    .where(and(isNotNull(suspension.liftedAt), of && columnOf(of.thing, of.id)))
    .orderBy(desc(suspension.liftedAt), desc(suspension.id))
    .limit(pageSize);
  return rows.map((row) => ({
    ...dto(row),
    liftedBy: fullName(row.lifter),
    liftedAt: row.suspension.liftedAt ?? row.suspension.suspendedAt,
  }));
}

/** Types of structure by id that are suspended now. */
export async function suspendedTypes(viewer: Viewer): Promise<Set<string>> {
  if (!can(viewer, "suspension:decide")) return new Set();
  const rows = await db
    .select({ id: suspension.typeId })
    .from(suspension)
    .where(and(isNotNull(suspension.typeId), isNull(suspension.liftedAt)));
  return new Set(rows.flatMap(({ id }) => (id ? [id] : [])));
}
