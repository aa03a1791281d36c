import "server-only";
import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { offer } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { fullName } from "@/lib/platform/values/full-name";
import { browserInWords } from "./browser";
import { type Closing, closingOf, successorOf } from "./rules";

export interface SessionDto {
  id: string;
  /** «Firefox sur Windows». */
  browser: string;
  createdAt: Date;
  /** To the hour. */
  lastSeenAt: Date;
  isThisOne: boolean;
}

/** Where the viewer is signed in, this session first. */
export async function ownSessions(viewer: Viewer): Promise<SessionDto[]> {
  if (viewer.kind === "anonymous" || !can(viewer, "account:manageOwn")) return [];
  const rows = await db
    .select()
    .from(session)
    .where(
      and(
        eq(session.accountId, viewer.accountId),
        isNull(session.revokedAt),
        gt(session.expiresAt, now()),
      ),
    )
    .orderBy(
      sql`${session.id} <> ${viewer.sessionId}`,
      desc(sql`coalesce(${session.lastSeenAt}, ${session.createdAt})`),
    )
    .limit(100);
  return rows.map((row) => ({
    id: row.id,
    browser: browserInWords(row.userAgent),
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt ?? row.createdAt,
    isThisOne: row.id === viewer.sessionId,
  }));
}

export interface ClosingPreviewDto {
  closing: Closing;
  /** Offers the account answers for; of the whole structure when it closes with its last person. */
  offers: number;
  publicOffers: number;
  /** Who takes the offers over. */
  heir: string | null;
}

/**
 * What closing the viewer's account would mean, to be read before it is done; closing decides
 * again.
 */
export async function closingPreview(viewer: Viewer): Promise<ClosingPreviewDto | null> {
  if (viewer.kind !== "offeror" || !can(viewer, "account:close")) return null;
  const rows = await db
    .select()
    .from(account)
    .where(
      and(
        eq(account.structureId, viewer.structureId),
        eq(account.state, "active"),
        isNotNull(account.passwordHash),
        ne(account.id, viewer.accountId),
      ),
    );
  const others = rows.map((row) => ({
    name: fullName(row),
    role: row.role === "administrator" ? ("administrator" as const) : ("editor" as const),
    addressConfirmed: row.emailConfirmedAt !== null,
    createdAt: row.createdAt,
  }));
  const closing = closingOf(viewer.role, others);
  const scope = and(
    eq(offer.structureId, viewer.structureId),
    isNull(offer.deletedAt),
    closing === "closeStructure" ? undefined : eq(offer.accountId, viewer.accountId),
  );
  const [counted] = await db
    .select({
      offers: sql<number>`count(*)::int`,
      publicOffers: sql<number>`count(${publicOffer.offerId})::int`,
    })
    .from(offer)
    .leftJoin(publicOffer, eq(publicOffer.offerId, offer.id))
    .where(scope);
  return {
    closing,
    offers: counted?.offers ?? 0,
    publicOffers: counted?.publicOffers ?? 0,
    heir: successorOf(others)?.name ?? null,
  };
}
