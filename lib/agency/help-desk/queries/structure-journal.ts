import "server-only";
import { and, desc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { offer } from "@/lib/offer/content/tables";
import type { StructureChanges } from "@/lib/people/structure/schema";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import type { StructureEntryDto } from "../schema";

const shown = 20;

/**
 * The last things done to a structure, its accounts and its offers, newest first. Nothing for
 * anyone but a moderator.
 */
export async function structureJournal(
  viewer: Viewer,
  structureId: string,
): Promise<StructureEntryDto[]> {
  if (!can(viewer, "audit:read") || !isUuid(structureId)) return [];
  const about = alias(account, "about");
  const rows = await db
    .select({
      entry: auditEntry,
      actor: { firstName: account.firstName, lastName: account.lastName, role: account.role },
      reference: offer.reference,
      about: { firstName: about.firstName, lastName: about.lastName },
    })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.actorId))
    .leftJoin(offer, and(eq(auditEntry.objectKind, "offer"), eq(offer.id, auditEntry.objectId)))
    .leftJoin(about, and(eq(auditEntry.objectKind, "account"), eq(about.id, auditEntry.objectId)))
    .where(
      or(
        and(eq(auditEntry.objectKind, "structure"), eq(auditEntry.objectId, structureId)),
        and(
          eq(auditEntry.objectKind, "account"),
          sql`${auditEntry.objectId} = any(array(select id from account where structure_id = ${structureId}))`,
        ),
        and(
          eq(auditEntry.objectKind, "offer"),
          sql`${auditEntry.objectId} = any(array(select id from offer where structure_id = ${structureId}))`,
        ),
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(shown);
  const types = await typesNamed(rows.map(({ entry }) => changesOf(entry.detail)));
  return rows.map(({ entry, actor, reference, about: person }) => ({
    id: entry.id,
    at: entry.at,
    deed: entry.deed,
    actor: fullName(actor),
    actorKind: actor === null ? "portal" : actor.role === "moderator" ? "moderator" : "offeror",
    about: reference ?? fullName(person),
    changes: inWords(changesOf(entry.detail), types),
  }));
}

function changesOf(detail: Record<string, unknown>): StructureChanges | null {
  return typeof detail.changes === "object" ? detail.changes : null;
}

function typesNamed(changes: readonly (StructureChanges | null)[]): Promise<Map<string, string>> {
  return termLabels(
    changes.flatMap((change) =>
      change?.typeId ? [change.typeId.before, change.typeId.after] : [],
    ),
  );
}

function inWords(
  changes: StructureChanges | null,
  types: Map<string, string>,
): StructureChanges | null {
  if (!changes?.typeId) return changes;
  const { before, after } = changes.typeId;
  return { ...changes, typeId: { before: types.get(before) ?? "", after: types.get(after) ?? "" } };
}
