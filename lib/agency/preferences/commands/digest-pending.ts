import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { db } from "@/lib/platform/database/client";
import { pullBack } from "@/lib/platform/database/pull-back";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { waitingIn } from "../queries/digest";
import { isDigestDue } from "../rules";

const hears = and(
  eq(account.role, "moderator"),
  eq(account.state, "active"),
  isNotNull(account.passwordHash),
  inArray(account.digest, ["daily", "weekly"]),
);

/**
 * The daily job: tells the moderators who asked for it of the offers that wait. Nothing waits,
 * nothing is sent, but the day or the week counts as told: what comes on Wednesday has the Monday
 * after. Each account in a transaction of its own, its row locked: of two workers the second finds
 * it told.
 */
export async function digestPending(): Promise<void> {
  await pullBack(account.digestedAt, now());
  const people = await db.select({ id: account.id }).from(account).where(hears).orderBy(account.id);
  for (const { id } of people) {
    await db.transaction(async (tx) => {
      const [person] = await tx
        .select()
        .from(account)
        .where(and(eq(account.id, id), hears))
        .for("no key update");
      if (
        !person ||
        !isDigestDue(person.digest, person.digestedAt && dayOf(person.digestedAt), dayOf(now()))
      )
        return;
      await tx.update(account).set({ digestedAt: now() }).where(eq(account.id, id));
      if ((await waitingIn(tx, person.followedDepartments)).total === 0) return;
      await enqueueMail(tx, "pendingDigest", person.email, { accountId: id });
    });
  }
}
