import "server-only";
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/account";
import { report } from "@/db/schema/report";
import { structure } from "@/db/schema/structure";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";
import { reportReasonLabels } from "./labels";
import type { ReportDto, ReportView } from "./schema";

const pageSize = 30;
const treater = alias(account, "treater");

function rows() {
  return db
    .select({
      report,
      reference: offer.reference,
      content: offerRevision.content,
      structureName: structure.name,
      by: { firstName: treater.firstName, lastName: treater.lastName },
    })
    .from(report)
    .innerJoin(offer, eq(offer.id, report.offerId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .leftJoin(treater, eq(treater.id, report.treatedBy));
}

async function dtos(found: Awaited<ReturnType<typeof rows>>): Promise<ReportDto[]> {
  const labels = await termLabels([...new Set(found.flatMap(({ content }) => content.themeIds))]);
  return found.map(({ report: row, reference, content, structureName, by }) => ({
    id: row.id,
    offerId: row.offerId,
    reference,
    title: displayTitle(content.title, labelsOf(content.themeIds, labels)),
    structureName,
    reason: row.reason,
    words: row.words,
    email: row.email,
    createdAt: row.createdAt,
    treated:
      row.treatedAt && row.outcome
        ? { outcome: row.outcome, by: fullName(by), at: row.treatedAt }
        : null,
  }));
}

export interface ReportPage {
  reports: ReportDto[];
  /** Reports that nobody has treated, whatever list is shown. */
  open: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

/**
 * Reports for the ARS: those that wait, oldest first, or those that were treated, newest first.
 * @param after cursor of the page before; anything else is the first page
 */
export async function reportPage(
  viewer: Viewer,
  view: ReportView,
  after = "",
): Promise<ReportPage> {
  if (!can(viewer, "report:treat")) return { reports: [], open: 0, next: null };
  const [found, [counted]] = await Promise.all([
    rowsBehind(view, after, pageSize + 1),
    db.select({ open: count() }).from(report).where(isNull(report.treatedAt)),
  ]);
  return {
    reports: await dtos(found.slice(0, pageSize)),
    open: counted?.open ?? 0,
    next: found.length > pageSize ? (found[pageSize - 1]?.report.id ?? null) : null,
  };
}

function rowsBehind(view: ReportView, after: string, limit: number) {
  const waiting = view === "ouverts";
  const place: SQL | undefined = isUuid(after)
    ? waiting
      ? gt(report.id, after)
      : lt(report.id, after)
    : undefined;
  return rows()
    .where(and(waiting ? isNull(report.treatedAt) : isNotNull(report.treatedAt), place))
    .orderBy(waiting ? asc(report.id) : desc(report.id))
    .limit(limit);
}

/** The same list whole, a page at a time; nothing for anyone but a moderator. */
export async function* reportPages(viewer: Viewer, view: ReportView): AsyncGenerator<ReportDto[]> {
  if (can(viewer, "report:treat"))
    yield* pagesByKey(async (after) => dtos(await rowsBehind(view, after, exportPage)));
}

/**
 * The reports of one offer, newest first, those that wait before the others; none for anyone but a
 * moderator.
 */
export async function reportsOfOffer(
  viewer: Viewer,
  offerId: string,
): Promise<{ reports: ReportDto[]; isPublic: boolean; isDeleted: boolean }> {
  if (!can(viewer, "report:treat") || !isUuid(offerId))
    return { reports: [], isPublic: false, isDeleted: false };
  const [found, listed, [standing]] = await Promise.all([
    rows()
      .where(eq(report.offerId, offerId))
      .orderBy(desc(isNull(report.treatedAt)), desc(report.id))
      .limit(200),
    db.$count(publicOffer, eq(publicOffer.offerId, offerId)),
    db.select({ deletedAt: offer.deletedAt }).from(offer).where(eq(offer.id, offerId)),
  ]);
  return {
    reports: await dtos(found),
    isPublic: listed > 0,
    isDeleted: standing?.deletedAt != null,
  };
}

/** How many reports an offer ever had; 0 for anyone but a moderator. */
export async function reportCount(viewer: Viewer, offerId: string): Promise<number> {
  if (!can(viewer, "report:treat") || !isUuid(offerId)) return 0;
  return db.$count(report, eq(report.offerId, offerId));
}

/** What the letter about a report says. */
export interface ReportFacts {
  title: string;
  structureName: string;
  reason: string;
  /** Reports of the offer that nobody has treated yet. */
  waiting: number;
  link: string;
}

/** What the mail about a report says; null once it was treated, or when its offer is gone. */
export async function reportFacts(reportId: string): Promise<ReportFacts | null> {
  const [found] = await dtos(
    await rows().where(and(eq(report.id, reportId), isNull(report.treatedAt))),
  );
  if (!found) return null;
  return {
    title: found.title,
    structureName: found.structureName,
    reason: reportReasonLabels[found.reason],
    waiting: await db.$count(
      report,
      and(eq(report.offerId, found.offerId), isNull(report.treatedAt)),
    ),
    link: `${env.origin}/admin/signalements/${found.offerId}`,
  };
}
