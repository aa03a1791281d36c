import postgres from "postgres";
import { afterAll, expect, it, vi } from "vitest";
import { applyMigrations } from "@/db/migrate";

/** @param deadlockTimeout milliseconds after which who waits looks whether others wait for it */
const connect = (deadlockTimeout: number) =>
  postgres(process.env.DATABASE_URL ?? "", {
    max: 1,
    onnotice: () => undefined,
    connection: { deadlock_timeout: deadlockTimeout },
  });
const [migrating, serving, watching] = [connect(50), connect(60_000), connect(60_000)];

afterAll(() => Promise.all([migrating.end(), serving.end(), watching.end()]));

it("is asked again where it and somebody who serves wait for each other", async () => {
  const holding = (table: string, pid: number) => async () => {
    const [lock] = await watching`select from pg_locks
      where relation = ${table}::regclass and granted and pid = ${pid}`;
    expect(lock).toBeDefined();
  };
  const pidOf = async (sql: postgres.Sql) => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    return row?.pid ?? 0;
  };
  const newest = 9_999_999_999_999;
  const deadlocks = async () => {
    const [row] = await watching<{ deadlocks: number }[]>`
      select deadlocks::int from pg_stat_database where datname = current_database()`;
    return row?.deadlocks ?? 0;
  };
  // Left there where this was tried before.
  await watching`delete from drizzle.__drizzle_migrations where created_at = ${newest}`;
  const before = await deadlocks();
  const [migration, server] = [await pidOf(migrating), await pidOf(serving)];
  const served = serving.begin(async (tx) => {
    await tx`lock table offer`;
    await vi.waitFor(holding("structure", migration), 20_000);
    await tx`lock table structure`;
  });
  await vi.waitFor(holding("offer", server), 20_000);
  await applyMigrations(migrating, [
    {
      hash: "deadlock",
      folderMillis: newest,
      bps: true,
      sql: [
        "lock table structure",
        // Waits last, so that it is the one that PostgreSQL sends away.
        `do $$ begin
          while exists (select from pg_locks where pid = ${server} and relation = 'offer'::regclass)
            and not exists (select from pg_locks where pid = ${server} and not granted)
          loop perform pg_sleep(0.01); end loop;
        end $$`,
        "lock table offer",
      ],
    },
  ]);
  await served;
  const found = await watching`select hash from drizzle.__drizzle_migrations
    where created_at = ${newest}`;
  expect(found).toEqual([{ hash: "deadlock" }]);
  // What it is asked again for is a deadlock, not a table that was locked for too long.
  await vi.waitFor(async () => expect(await deadlocks()).toBe(before + 1), 20_000);
});
