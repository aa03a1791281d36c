// Covers: drizzle/ db/migrate.ts db/migration-lint.ts db/schema/ lib/start/seed/
// Covers: tests/support/fill-tables.ts tests/support/postgres-version.ts
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { applyMigrations, migrate, migrations } from "@/db/migrate";
import { countRows, fillTables } from "../support/fill-tables";
import { postgresVersions, startVersion, type VersionServer } from "../support/postgres-version";

const all = migrations();
/** Written anew from the offers at each start, so that a migration may empty it. */
const rebuilt = ["public_offer"];

describe.each(postgresVersions)("PostgreSQL %i", (version) => {
  let server: VersionServer;
  let databases = 0;
  beforeAll(async () => {
    server = await startVersion(version);
  }, 300_000);
  afterAll(() => server.stop());

  async function onDatabase<T>(work: (sql: postgres.Sql, url: string) => Promise<T>): Promise<T> {
    const name = `d${++databases}`;
    const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
    await admin.unsafe(`create database ${name}`);
    await admin.end();
    const url = server.url.replace(/postgres$/, name);
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return await work(sql, url);
    } finally {
      await sql.end();
    }
  }

  it("is brought up to date from nothing, with the reference lists", async () => {
    await onDatabase(async (sql, url) => {
      await migrate(url);
      const [found] =
        await sql`select (select count(*)::int from drizzle.__drizzle_migrations) as applied,
        (select count(*)::int from commune) as communes, current_setting('server_version_num')::int / 10000 as version`;
      expect(found).toMatchObject({ applied: all.length, version });
      expect(Number(found?.communes)).toBeGreaterThan(34_000);
    });
  }, 60_000);

  it.each(all.map((_, index) => index + 1))(
    "is brought up to date from migration %i, no row lost",
    async (known) => {
      await onDatabase(async (sql) => {
        await applyMigrations(sql, all.slice(0, known));
        const before = await fillTables(sql);
        await applyMigrations(sql, all);
        const kept = Object.keys(before).filter((table) => !rebuilt.includes(table));
        const after = await countRows(sql, kept);
        for (const table of kept)
          expect(after[table], table).toBeGreaterThanOrEqual(before[table] ?? 0);
        const [facts] = await sql`select count(*)::int as count from revision_facts`;
        expect(facts?.count).toBe(before.offer_revision);
      });
    },
    60_000,
  );
});

describe("a table that somebody holds", () => {
  it("is waited for without holding up those who come after", async () => {
    const server = await startVersion(18);
    const holder = postgres(server.url, { max: 1, onnotice: () => undefined });
    const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
    const watcher = postgres(server.url, { max: 1, onnotice: () => undefined });
    try {
      await applyMigrations(sql, all.slice(0, 1));
      const waits = async () => {
        const [row] = await watcher<
          { waiting: number }[]
        >`select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'`;
        return row?.waiting;
      };
      const released = holder.begin(async (tx) => {
        await tx`lock table offer`;
        // Held until one attempt has waited for it and given up.
        await vi.waitFor(async () => expect(await waits()).toBe(1), 20_000);
        await vi.waitFor(async () => expect(await waits()).toBe(0), {
          timeout: 20_000,
          interval: 10,
        });
      });
      await applyMigrations(sql, all);
      await released;
      const [found] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
      expect(found?.applied).toBe(all.length);
    } finally {
      await Promise.all([holder.end(), sql.end(), watcher.end()]);
      await server.stop();
    }
  }, 60_000);
});
