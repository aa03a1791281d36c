import "server-only";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { textOf } from "@/lib/offer/content/draft-reading";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";

/** Entries on a page. */
const pageSize = 30;

export interface ActivityDto {
  id: string;
  at: Date;
  deed: string;
  /** `agency` and `portal` have no name here. */
  actor: { kind: "colleague"; name: string } | { kind: "agency" } | { kind: "portal" };
  /** Absent when the deed is about no offer. */
  offer: { id: string; title: string; isDeleted: boolean } | null;
  /** The colleague it is about, when it is not the actor; empty once their account is gone. */
  about: string;
}

const colleague = alias(account, "colleague");

/**
 * Who did what in the viewer's structure, newest first: on its offers, its people and itself. What
 * people do to their own account is theirs.
 * @param before id of the last entry of the page before; anything else is the first page
 */
export async function activityOf(
  viewer: Viewer,
  before = "",
): Promise<{ entries: ActivityDto[]; next: string | null }> {
  if (viewer.kind !== "offeror" || !can(viewer, "colleague:read", viewer))
    return { entries: [], next: null };
  const own = sql`any(array(select ${offer.id} from ${offer} where ${offer.structureId} = ${viewer.structureId}))`;
  const rows = await db
    .select({
      entry: auditEntry,
      actor: account,
      offer: {
        id: offer.id,
        draft: offer.draft,
        reference: offer.reference,
        deletedAt: offer.deletedAt,
      },
      content: offerRevision.content,
      colleague,
    })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.actorId))
    .leftJoin(offer, and(eq(auditEntry.objectKind, "offer"), eq(offer.id, auditEntry.objectId)))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .leftJoin(
      colleague,
      and(
        eq(auditEntry.objectKind, "structure"),
        sql`${colleague.id}::text = ${auditEntry.detail}->>'accountId'`,
        eq(colleague.structureId, viewer.structureId),
      ),
    )
    .where(
      and(
        or(
          and(eq(auditEntry.objectKind, "offer"), sql`${auditEntry.objectId} = ${own}`),
          and(eq(auditEntry.objectKind, "structure"), eq(auditEntry.objectId, viewer.structureId)),
        ),
        isUuid(before) ? lt(auditEntry.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    entries: shown.map((row) => ({
      id: row.entry.id,
      at: row.entry.at,
      deed: row.entry.deed,
      actor: actorOf(row.actor),
      offer: row.offer
        ? {
            id: row.offer.id,
            title:
              row.content?.title ||
              textOf(row.offer.draft?.values.title) ||
              `Offre ${row.offer.reference}`,
            isDeleted: row.offer.deletedAt !== null,
          }
        : null,
      about:
        row.colleague && row.colleague.id !== row.entry.actorId
          ? fullName(row.colleague) || row.colleague.email
          : "",
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.entry.id ?? null) : null,
  };
}

function actorOf(actor: typeof account.$inferSelect | null): ActivityDto["actor"] {
  if (!actor) return { kind: "portal" };
  if (actor.role === "moderator") return { kind: "agency" };
  return { kind: "colleague", name: fullName(actor) };
}
