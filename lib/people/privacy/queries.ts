import "server-only";
import { and, asc, desc, eq, inArray, max, sql } from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { searchAlert } from "@/db/schema/alert";
import { auditEntry } from "@/db/schema/audit";
import { offerMessage } from "@/db/schema/contact";
import { document } from "@/db/schema/document";
import { mail } from "@/db/schema/mail";
import { renewal } from "@/db/schema/offer";
import { report } from "@/db/schema/report";
import { structure } from "@/db/schema/structure";
import { termsIn } from "@/lib/offer/content/current-terms";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db, type Transaction } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { closesOn } from "./rules";

/**
 * What the portal holds about the viewer, for the viewer: account, structure, sessions, mails,
 * deeds, the offers the account answers for with every submitted version, and the alerts,
 * messages and reports of its address. Never the password's hash nor a link's secret.
 */
export async function personalData(viewer: Viewer) {
  if (viewer.kind !== "offeror" || !can(viewer, "account:manageOwn")) return null;
  const [own] = await db
    .select({ account, structure })
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .where(eq(account.id, viewer.accountId));
  if (!own) return null;
  const { passwordHash: _, structureId: __, ...identity } = own.account;
  const [sessions, mails, deeds] = await Promise.all([
    db
      .select({
        userAgent: session.userAgent,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        expiresAt: session.expiresAt,
        revokedAt: session.revokedAt,
      })
      .from(session)
      .where(eq(session.accountId, viewer.accountId))
      .orderBy(desc(session.createdAt)),
    db
      .select({
        kind: mail.kind,
        state: mail.state,
        createdAt: mail.createdAt,
        sentAt: mail.sentAt,
      })
      .from(mail)
      // An address that nobody has shown to be theirs may be somebody else's, with mails of theirs:
      // told is less than what erasing takes, which may be about things that are gone.
      .where(
        and(
          eq(mail.recipient, identity.email),
          identity.emailConfirmedAt
            ? undefined
            : sql`${mail.params}->>'accountId' = ${viewer.accountId}`,
        ),
      )
      .orderBy(desc(mail.createdAt)),
    db
      .select({
        at: auditEntry.at,
        deed: auditEntry.deed,
        objectKind: auditEntry.objectKind,
        objectId: auditEntry.objectId,
      })
      .from(auditEntry)
      .where(eq(auditEntry.actorId, viewer.accountId))
      .orderBy(desc(auditEntry.id)),
  ]);
  return {
    exportedAt: now(),
    account: identity,
    structure: own.structure,
    sessions,
    mails,
    deeds,
    ...(await offersOf(viewer)),
    ...(await askedAsVisitor(identity)),
  };
}

/**
 * An address that nobody has shown to be theirs may be somebody else's, with alerts, messages and
 * reports of theirs. Erasing takes the first two; a report stays until the ARS is through with it
 * (purge-traces.ts).
 */
async function askedAsVisitor({
  email,
  emailConfirmedAt,
}: Pick<typeof account.$inferSelect, "email" | "emailConfirmedAt">) {
  if (!emailConfirmedAt) return { alerts: [], messages: [], reports: [] };
  const [alerts, messages, reports] = await Promise.all([
    db
      .select({
        query: searchAlert.query,
        createdAt: searchAlert.createdAt,
        confirmedAt: searchAlert.confirmedAt,
        notifiedUntil: searchAlert.notifiedUntil,
      })
      .from(searchAlert)
      .where(eq(searchAlert.email, email))
      .orderBy(desc(searchAlert.createdAt)),
    db
      .select({
        reference: offer.reference,
        name: offerMessage.name,
        establishment: offerMessage.establishment,
        words: offerMessage.words,
        students: offerMessage.students,
        disciplines: offerMessage.disciplines,
        months: offerMessage.months,
        halfDays: offerMessage.halfDays,
        createdAt: offerMessage.createdAt,
      })
      .from(offerMessage)
      .innerJoin(offer, eq(offer.id, offerMessage.offerId))
      .where(eq(offerMessage.email, email))
      .orderBy(desc(offerMessage.createdAt)),
    db
      .select({
        reference: offer.reference,
        reason: report.reason,
        words: report.words,
        createdAt: report.createdAt,
        treatedAt: report.treatedAt,
      })
      .from(report)
      .innerJoin(offer, eq(offer.id, report.offerId))
      .where(eq(report.email, email))
      .orderBy(desc(report.createdAt)),
  ]);
  return { alerts, messages, reports };
}

async function offersOf(viewer: Extract<Viewer, { kind: "offeror" }>) {
  const offers = await db
    .select()
    .from(offer)
    .where(and(eq(offer.accountId, viewer.accountId), eq(offer.structureId, viewer.structureId)))
    .orderBy(asc(offer.createdAt));
  const ids = offers.map(({ id }) => id);
  const [revisions, documents] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          db
            .select()
            .from(offerRevision)
            .where(inArray(offerRevision.offerId, ids))
            .orderBy(asc(offerRevision.number)),
          db
            .select({
              id: document.id,
              offerId: document.offerId,
              name: document.name,
              mediaType: document.mediaType,
              size: document.size,
              createdAt: document.createdAt,
            })
            .from(document)
            .where(inArray(document.offerId, ids)),
        ]);
  const used = revisions.flatMap(({ content }) => termsIn(content));
  return {
    /** What the identifiers in the offers stand for. */
    vocabulary: Object.fromEntries(await termLabels([...new Set(used)])),
    offers: offers.map((row) => ({
      ...row,
      revisions: revisions
        .filter(({ offerId }) => offerId === row.id)
        .map(({ submittedBy, decidedBy, ...revision }) => ({
          ...revision,
          submittedByMe: submittedBy === viewer.accountId,
          decided: decidedBy !== null,
        })),
      documents: documents.filter(({ offerId }) => offerId === row.id),
    })),
  };
}

/**
 * The last sign of life of an account: it was made, let in again after it had been disabled,
 * someone was signed in, or a question about its offers answered.
 */
export async function lastSeenOf(
  tx: Transaction | typeof db,
  accountId: string,
): Promise<Date | null> {
  const [made] = await tx
    .select({ at: account.createdAt, enabledAt: account.enabledAt })
    .from(account)
    .where(eq(account.id, accountId));
  if (!made) return null;
  const seen = sql<Date | null>`max(coalesce(${session.lastSeenAt}, ${session.createdAt}))`.mapWith(
    session.createdAt,
  );
  const [signedIn] = await tx
    .select({ at: seen })
    .from(session)
    .where(eq(session.accountId, accountId));
  const [answered] = await tx
    .select({ at: max(renewal.answeredAt) })
    .from(renewal)
    .innerJoin(offer, eq(offer.id, renewal.offerId))
    .where(eq(offer.accountId, accountId));
  const signs = [made.at, made.enabledAt, signedIn?.at, answered?.at].flatMap((at) =>
    at ? [at.getTime()] : [],
  );
  return new Date(Math.max(...signs));
}

/**
 * What the warning of an idle account says if it leaves now; null when the account is gone or was
 * used since. Who was disabled cannot sign in to keep it.
 */
export async function idleFacts(
  accountId: string,
  warnedAt: Date,
): Promise<{ closesOn: Date; ofStructure: boolean; signsIn: boolean } | null> {
  const lastSeen = await lastSeenOf(db, accountId);
  const [row] = await db
    .select({ state: account.state, structureId: account.structureId })
    .from(account)
    .where(eq(account.id, accountId));
  if (!row || row.state === "closed" || !lastSeen || lastSeen > warnedAt) return null;
  return {
    closesOn: closesOn(lastSeen, now()),
    ofStructure: row.structureId !== null,
    signsIn: row.state === "active",
  };
}
