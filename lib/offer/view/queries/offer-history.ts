import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { changesInWords, type ContentNames } from "@/lib/offer/content/change-words";
import { contentAsRead } from "@/lib/offer/content/current-terms";
import { contentNames } from "@/lib/offer/content/queries/content-names";
import { remarksInOrder } from "@/lib/offer/content/remarks";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { historyDeedOf, type HistoryEntry } from "@/lib/offer/lifecycle/history";
import { suspendedWith } from "@/lib/offer/suspended/labels";
import { suspendedThingOf } from "@/lib/offer/suspended/queries";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { dayInWords, isDay, startOfDay } from "@/lib/platform/values/calendar-day";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";

/**
 * What happened to an offer, newest first: for its structure, and for moderators, who read who of
 * them decided. Built from the revisions and the audit log.
 */
export async function offerHistory(viewer: Viewer, offerId: string): Promise<HistoryEntry[]> {
  if (!isUuid(offerId)) return [];
  const [row] = await db
    .select({
      id: offer.id,
      structureId: offer.structureId,
      accountId: offer.accountId,
      typeId: structure.typeId,
      createdAt: offer.createdAt,
      submitted: offer.currentRevisionId,
    })
    .from(offer)
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .where(eq(offer.id, offerId));
  const reader = viewer.kind === "moderator" ? "moderator" : "structure";
  const mayRead =
    reader === "moderator"
      ? row?.submitted && can(viewer, "offer:moderate")
      : can(viewer, "offer:edit", row);
  if (!row || !mayRead) return [];
  const [stored, deeds, held, merged] = await Promise.all([
    db
      .select()
      .from(offerRevision)
      .where(eq(offerRevision.offerId, offerId))
      .orderBy(asc(offerRevision.number))
      .limit(500),
    db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.objectKind, "offer"), eq(auditEntry.objectId, offerId)))
      .orderBy(desc(auditEntry.id))
      .limit(500),
    suspensionsOf(row),
    mergedTerms(),
  ]);
  const revisions = stored.map((revision) => ({
    ...revision,
    content: contentAsRead(revision.content, merged),
  }));
  const [names, whoIs] = await Promise.all([
    contentNames(
      viewer,
      row,
      revisions.map(({ content }) => content),
    ),
    peopleOf(reader === "moderator" ? null : row.structureId, [
      ...deeds.map(({ actorId }) => actorId),
      ...held.flatMap(({ suspendedBy, liftedBy }) => [suspendedBy, liftedBy]),
      ...revisions.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
    ]),
  ]);
  const told = deeds.flatMap(({ at, deed, actorId, detail }): HistoryEntry[] => {
    const known = historyDeedOf(deed, reader);
    return known
      ? [
          {
            at,
            deed: known,
            who: whoIs(actorId),
            reason: "",
            remarks: [],
            detail: detailOf(detail),
            changes: [],
          },
        ]
      : [];
  });
  return [
    ...entriesOf(revisions, names, whoIs),
    ...held.flatMap((each) => entriesOfSuspension(each, whoIs)),
    ...told,
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/**
 * What held the offer back, or holds it: of itself, of its depositor, its structure or its type,
 * since it is there.
 */
function suspensionsOf(row: {
  id: string;
  accountId: string;
  structureId: string;
  typeId: string;
  createdAt: Date;
}) {
  return db
    .select({
      thing: suspendedThingOf,
      message: suspension.message,
      suspendedBy: suspension.suspendedBy,
      suspendedAt: suspension.suspendedAt,
      liftedBy: suspension.liftedBy,
      liftedAt: suspension.liftedAt,
    })
    .from(suspension)
    .where(
      and(
        or(
          eq(suspension.offerId, row.id),
          eq(suspension.accountId, row.accountId),
          eq(suspension.structureId, row.structureId),
          eq(suspension.typeId, row.typeId),
        ),
        or(isNull(suspension.liftedAt), gt(suspension.liftedAt, row.createdAt)),
      ),
    )
    .orderBy(desc(suspension.id))
    .limit(100);
}

type Suspended = Awaited<ReturnType<typeof suspensionsOf>>[number];

function entriesOfSuspension(
  { thing, message, suspendedBy, suspendedAt, liftedBy, liftedAt }: Suspended,
  whoIs: WhoIs,
): HistoryEntry[] {
  const base = { remarks: [], changes: [], detail: suspendedWith[thing] };
  const made: HistoryEntry = {
    ...base,
    at: suspendedAt,
    deed: "suspended",
    who: whoIs(suspendedBy),
    reason: message,
  };
  return liftedAt
    ? [made, { ...base, at: liftedAt, deed: "suspensionLifted", who: whoIs(liftedBy), reason: "" }]
    : [made];
}

type WhoIs = (id: string | null) => HistoryEntry["who"];
type Revision = typeof offerRevision.$inferSelect;

function entriesOf(revisions: Revision[], names: ContentNames, whoIs: WhoIs): HistoryEntry[] {
  return revisions.flatMap((revision, index) => {
    const before = revisions[index - 1];
    const submitted: HistoryEntry = {
      at: revision.submittedAt,
      deed: revision.minor ? "appliedAtOnce" : "submitted",
      who: whoIs(revision.submittedBy),
      reason: "",
      remarks: [],
      detail: "",
      changes: before ? changesInWords(before.content, revision.content, names) : [],
    };
    const { decision } = revision;
    if (
      revision.minor ||
      !revision.decidedAt ||
      decision === "pending" ||
      decision === "superseded"
    )
      return [submitted];
    return [
      submitted,
      {
        at: revision.decidedAt,
        deed: decision,
        who: whoIs(revision.decidedBy),
        reason: revision.reason,
        remarks: remarksInOrder(revision.comments),
        detail: "",
        changes: [],
      },
    ];
  });
}

/**
 * Names of the structure's own people; everyone else who acts on an offer is the agency. @param
 * structureId null names everyone
 */
async function peopleOf(structureId: string | null, ids: (string | null)[]): Promise<WhoIs> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select({ id: account.id, firstName: account.firstName, lastName: account.lastName })
          .from(account)
          .where(
            and(
              inArray(account.id, wanted),
              structureId ? eq(account.structureId, structureId) : undefined,
            ),
          );
  const byId = new Map(rows.map((row) => [row.id, fullName(row)]));
  return (id) => {
    if (id === null) return null;
    const name = byId.get(id);
    return name === undefined ? { kind: "agency" } : { kind: "person", name };
  };
}

const answerWords: Readonly<Record<string, string>> = { yes: "oui", maybe: "peut-être", no: "non" };

function detailOf({ until, answer }: Record<string, unknown>): string {
  if (typeof until === "string" && isDay(until)) return `jusqu’au ${dayInWords(startOfDay(until))}`;
  return typeof answer === "string" ? (answerWords[answer] ?? "") : "";
}
