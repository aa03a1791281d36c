import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { mail } from "@/db/schema/mail";
import { deliverMail } from "@/lib/mails/compose";
import { db } from "@/lib/platform/database/client";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { undelivered, undeliveredFor } from "@/lib/platform/outbox/queries";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { runJobsOnce } from "@/lib/start/jobs/worker";
import { clockAt } from "../support/clock";
import { type FakeResend, startFakeResend } from "../support/fake-resend";
import { newModerator, newOfferor, type Offeror, submitted } from "../support/people";

const day = 24 * 3600_000;
const told = vi.hoisted(() => ({ warn: vi.fn(), error: vi.fn() }));
vi.mock("@/lib/platform/environment/log", async (original) => ({
  ...(await original<object>()),
  log: told,
}));
let fake: FakeResend;
let viewer: Offeror;

beforeAll(async () => {
  fake = await startFakeResend();
  // Before anything reads the environment: the provider is the fake, through the real SDK.
  Object.assign(process.env, { RESEND_API_KEY: "re_test", RESEND_BASE_URL: fake.url });
  viewer = await newOfferor();
  await runJobsOnce(10_000);
});

afterAll(async () => {
  shiftClock(0);
  await fake.close();
});

const jobsOf = (mailId: string) =>
  db.execute<{ n: number }>(
    sql`select count(*)::int as n from pgboss.job where data->>'mailId' = ${mailId}`,
  );

async function queued(): Promise<string> {
  await db.transaction((tx) =>
    enqueueMail(tx, "passwordChanged", "claire@exemple.fr", { accountId: viewer.accountId }),
  );
  const [row] = await db
    .select()
    .from(mail)
    .where(eq(mail.kind, "passwordChanged"))
    .orderBy(sql`${mail.id} desc`)
    .limit(1);
  return row?.id ?? "";
}

/** A job that is put off is due at once: what is tried here is not how long the portal waits. */
async function runUntilSent(mailId: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    await runJobsOnce(2000);
    const [row] = await db.select().from(mail).where(eq(mail.id, mailId));
    if (row?.state === "sent") return;
    await db.execute(
      sql`update pgboss.job set start_after = now() where data->>'mailId' = ${mailId}`,
    );
  }
  throw new Error("not sent");
}

it("leaves neither mail nor job when the transaction rolls back", async () => {
  const before = await db.$count(mail);
  const attempt = db.transaction(async (tx) => {
    await enqueueMail(tx, "passwordChanged", "claire@exemple.fr", { accountId: viewer.accountId });
    throw new Error("rolled back");
  });
  await expect(attempt).rejects.toThrow("rolled back");
  expect(await db.$count(mail)).toBe(before);
});

it("delivers once, with a text part and French HTML", async () => {
  const id = await queued();
  await runUntilSent(id);
  const message = fake.delivered.get(id);
  expect(message?.html).toContain('lang="fr"');
  expect(message?.text).toContain("Le mot de passe de votre compte vient d’être changé");
  await deliverMail({ mailId: id, attempt: 0 });
  expect(fake.attempts.filter((key) => key === id)).toHaveLength(1);
});

it(
  "tries again after 429, 500 and an answer that never came, and delivers once under one " + "key",
  async () => {
    fake.answers = [429, 500, "acceptedThenSilent"];
    const id = await queued();
    await runUntilSent(id);
    expect(fake.attempts.filter((key) => key === id).length).toBeGreaterThanOrEqual(4);
    expect(fake.delivered.has(id)).toBe(true);
  },
);

it("delivers once when the process dies between the provider's yes and the row", async () => {
  const id = await queued();
  await runUntilSent(id);
  await db.update(mail).set({ state: "queued", sentAt: null, attempts: 0 }).where(eq(mail.id, id));
  await deliverMail({ mailId: id, attempt: 0 });
  expect(fake.attempts.filter((key) => key === id)).toHaveLength(2);
  expect([...fake.delivered.keys()].filter((key) => key === id)).toHaveLength(1);
});

it("gives up after three days of failures, visibly, and queues nothing more", async () => {
  const id = await queued();
  await db.update(mail).set({ attempts: 30 }).where(eq(mail.id, id));
  shiftClock(73 * 3600 * 1000);
  fake.answers = Array.from({ length: 10 }, () => 500 as const);
  told.warn.mockClear();
  await deliverMail({ mailId: id, attempt: 30 });
  shiftClock(0);
  expect(told.warn).toHaveBeenCalledOnce();
  expect(told.error.mock.calls).toEqual([
    [{ mail: id, kind: "passwordChanged", code: "application_error 500" }, "mail given up"],
  ]);
  const [row] = await db.select().from(mail).where(eq(mail.id, id));
  expect(row).toMatchObject({ state: "failed", attempts: 31 });
  expect((await jobsOf(id))[0]?.n).toBe(1);
  fake.answers = [];
});

it("leaves though the queue lost its job, as it does after two weeks without a worker, unless it is too old", async () => {
  const [id, tooOld] = [await queued(), await queued()];
  for (const [which, days] of [
    [id, 15],
    [tooOld, 31],
  ] as const)
    await db
      .update(mail)
      .set({ createdAt: new Date(Date.now() - days * day) })
      .where(eq(mail.id, which));
  await db.execute(sql`
    update pgboss.job set keep_until = now() - interval '1 day'
    where data->>'mailId' in (${id}, ${tooOld})`);
  // A time of the day when what is due once a day is.
  clockAt(`${new Date(Date.now() + 2 * day).toISOString().slice(0, 10)}T10:00:00Z`);
  await runJobsOnce(20_000);
  shiftClock(0);
  expect(fake.attempts.filter((key) => key === id || key === tooOld)).toEqual([id]);
  expect(
    await db
      .select({ id: mail.id, state: mail.state, lastError: mail.lastError })
      .from(mail)
      .where(inArray(mail.id, [id, tooOld]))
      .orderBy(mail.id),
  ).toEqual([
    { id, state: "sent", lastError: null },
    { id: tooOld, state: "failed", lastError: "tooOld" },
  ]);
});

describe("mails that do not leave", () => {
  const hour = 3600_000;
  /** Written so long ago, in that state, with what was answered last. */
  const written = (ago: number, state: "queued" | "failed", lastError: string | null) =>
    db.insert(mail).values({
      id: newId(),
      kind: "passwordChanged",
      recipient: "claire@exemple.fr",
      params: { accountId: viewer.accountId },
      state,
      lastError,
      createdAt: new Date(Date.now() - ago),
    });
  beforeEach(() => db.delete(mail));

  it("are none while they are new, have left, or were given up long ago", async () => {
    await runUntilSent(await queued());
    await written(hour / 2, "queued", "application_error 500");
    await written(15 * day, "failed", "application_error 500");
    expect(await undelivered()).toBeNull();
  });

  it("are those that wait for an hour, and those that were given up", async () => {
    await written(2 * hour, "queued", null);
    expect(await undelivered()).toMatchObject({ count: 1, lastError: null });
    await written(4 * day, "failed", "noAnswer");
    await written(3 * day, "failed", "validation_error 403");
    const found = await undelivered();
    expect(found).toMatchObject({ count: 3, lastError: "validation_error 403" });
    expect(Date.now() - (found?.since.getTime() ?? 0)).toBeGreaterThan(3.9 * day);
  });

  it("are told to who administers the portal, and to nobody else", async () => {
    await written(2 * hour, "queued", null);
    expect(await undeliveredFor(await newModerator("administrator"))).toMatchObject({ count: 1 });
    for (const other of [await newModerator(), viewer, { kind: "anonymous" } as const])
      expect(await undeliveredFor(other)).toBeNull();
  });
});

it("tells every moderator and the depositor of a submitted offer", async () => {
  await newModerator();
  await submitted(viewer);
  await runJobsOnce(10_000);
  const subjects = [...fake.delivered.values()].map(({ subject }) => subject);
  expect(subjects).toContain("Offre reçue : Prévention de l’obésité");
  expect(subjects).toContain("Offre à valider : Prévention de l’obésité");
});
