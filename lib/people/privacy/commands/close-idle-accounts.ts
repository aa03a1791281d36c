import "server-only";
import {
  and,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import { account, session } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { eraseAccount } from "@/lib/people/account/commands/erase";
import { lockTeam } from "@/lib/people/membership/commands/team";
import { isLastAdministrator } from "@/lib/people/membership/rules";
import { leaveStructure } from "@/lib/people/profile/commands/leave";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { sureOfTime } from "@/lib/platform/jobs/sure-of-time";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { lastSeenOf } from "../queries";
import { idleMonths, idleStep, monthsBefore, type Warning, warningDays } from "../rules";

type AccountRow = typeof account.$inferSelect;

/**
 * The daily job: warns who has not come for almost two years, and closes the accounts of those who
 * did not come back. Each account in a transaction of its own; of two workers the second finds it
 * warned or closed.
 */
export async function closeIdleAccounts(): Promise<void> {
  await sureOfTime();
  // A first sieve that a month of slack keeps from being too fine: the rule decides on each.
  const limit = monthsBefore(now(), idleMonths - Math.ceil(warningDays / 28));
  const seenSince = db
    .select({ id: session.id })
    .from(session)
    .where(
      and(
        eq(session.accountId, account.id),
        gt(
          sql`coalesce(${session.lastSeenAt}, ${session.createdAt})`,
          sql`${limit.toISOString()}::timestamptz`,
        ),
      ),
    );
  const candidates = await db
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        isStillOpen,
        lte(account.createdAt, limit),
        or(isNull(account.enabledAt), lte(account.enabledAt, limit)),
        notExists(seenSince),
      ),
    )
    .orderBy(account.id);
  for (const { id } of candidates) await db.transaction((tx) => tendAccount(tx, id));
}

/**
 * Someone who was invited and never joined is no account yet:
 * lib/people/privacy/commands/purge-traces.ts.
 */
const isStillOpen = and(
  inArray(account.state, ["active", "disabled"]),
  or(isNotNull(account.passwordHash), eq(account.role, "moderator")),
);

async function tendAccount(tx: Transaction, accountId: string): Promise<void> {
  const [found] = await tx
    .select({ structureId: account.structureId })
    .from(account)
    .where(eq(account.id, accountId));
  // The order of every change of a team: the structure, then its people.
  const team = found ? await lockTeam(tx, found.structureId) : [];
  const [row] = await tx
    .select()
    .from(account)
    .where(and(eq(account.id, accountId), isStillOpen))
    .for("no key update");
  const lastSeen = await lastSeenOf(tx, accountId);
  // Somebody has to be able to let the other moderators in: never closed, so never warned of it.
  const isKept = !row?.structureId && isLastAdministrator(team, accountId);
  if (!row || !lastSeen || isKept) return;
  const step = idleStep(lastSeen, await warningOf(tx, accountId), now());
  if (step === "warn")
    await enqueueMail(tx, "accountIdle", row.email, { accountId, warnedAt: now().toISOString() });
  if (step === "close") await closeIdle(tx, row);
}

/**
 * The outbox is where it stands that, and when, someone was warned. A warning that was given up
 * warned nobody: another is due.
 */
async function warningOf(tx: Transaction, accountId: string): Promise<Warning | null> {
  const [row] = await tx
    .select({ dueAt: mail.createdAt, leftAt: mail.sentAt })
    .from(mail)
    .where(
      and(
        eq(mail.kind, "accountIdle"),
        sql`${mail.params}->>'accountId' = ${accountId}`,
        ne(mail.state, "failed"),
      ),
    )
    .orderBy(desc(mail.createdAt))
    .limit(1);
  return row ?? null;
}

async function closeIdle(tx: Transaction, row: AccountRow): Promise<void> {
  if (row.structureId) {
    await leaveStructure(tx, { accountId: row.id, structureId: row.structureId }, "portal");
    return;
  }
  await eraseAccount(tx, row);
  await recordAudit(tx, {
    actorId: null,
    deed: "account:close",
    objectKind: "account",
    objectId: row.id,
  });
}
