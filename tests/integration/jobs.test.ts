import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db, driver } from "@/lib/platform/database/client";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { runPendingJobs } from "@/lib/platform/jobs/worker";
import { newId } from "@/lib/platform/values/id";
import { jobs } from "@/lib/start/jobs/registry";
import { prepareJobs } from "@/lib/start/jobs/worker";

const queues = async () => [
  ...(await db.execute<{ name: string; retry_limit: number; expire_seconds: number }>(
    sql`select name, retry_limit, expire_seconds from pgboss.queue order by name`,
  )),
];

it("makes a queue of each declared job, from several instances at once", async () => {
  await db.execute(sql`drop schema pgboss cascade`);
  await Promise.all([prepareJobs(), prepareJobs(), prepareJobs()]);
  const declared = jobs.map(({ name, retry }) => ({
    name,
    retry_limit: retry.limit,
    expire_seconds: retry.expireSeconds,
  }));
  expect(await queues()).toEqual(declared.sort((a, b) => (a.name < b.name ? -1 : 1)));
});

it("brings a queue up to date with its declaration", async () => {
  await db.execute(sql`update pgboss.queue set retry_limit = 1, expire_seconds = 1`);
  await prepareJobs();
  expect((await queues()).find(({ name }) => name === "mail")).toMatchObject({
    retry_limit: 10_000,
    expire_seconds: 30,
  });
});

it("queues nothing in silence where there is no queue", async () => {
  await expect(
    db.transaction((tx) => enqueueJob(tx, "nobody" as "wakeOffers", {})),
  ).rejects.toThrow("The queue nobody does not exist");
});

it("leaves no queue to wait until another is empty, in a scheduled call", async () => {
  const ran = new Set<string>();
  const queueMail = () =>
    db.transaction((tx) => enqueueJob(tx, "mail", { mailId: newId(), attempt: 0 }));
  await queueMail();
  await db.transaction((tx) => enqueueJob(tx, "wakeOffers", {}));
  // Of mails there are always more, until the other queue has had its turn.
  const endless = jobs.map((job) => ({
    ...job,
    schedule: null,
    run: async () => {
      ran.add(job.name);
      if (job.name === "mail" && !ran.has("wakeOffers")) await queueMail();
    },
  }));
  await runPendingJobs(endless, 5000);
  expect([...ran]).toEqual(["mail", "wakeOffers"]);
});

it("takes a script with a transaction of its own as it is, after a failed one too", async () => {
  await expect(driver().script("begin; select 1 / 0; commit;")).rejects.toMatchObject({
    code: "22012",
  });
  expect(await driver().script("begin; select 2 as two; commit;")).toContainEqual([{ two: 2 }]);
});
