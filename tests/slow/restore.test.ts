// Covers: drizzle/ db/migrate.ts docs/operations.md lib/platform/jobs/queue.ts
// Covers: tests/support/fill-tables.ts tests/support/postgres-version.ts
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import PgBoss from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyMigrations, migrations } from "@/db/migrate";
import { countRows, fillTables } from "../support/fill-tables";
import { isPostgresVersion, startVersion, type VersionServer } from "../support/postgres-version";
import { command } from "../support/start";

/** Of the client programs here (Debian: postgresql-client); they are no part of what npm brings. */
const version = Number(/\d+/.exec(String(spawnSync("pg_dump", ["--version"]).stdout))?.[0]);
const all = migrations();

describe.skipIf(!isPostgresVersion(version))(
  "what docs/operations.md says to restore with",
  { timeout: 300_000 },
  () => {
    let server: VersionServer;
    let folder: string;
    beforeAll(async () => {
      if (isPostgresVersion(version)) server = await startVersion(version);
      folder = await mkdtemp(join(tmpdir(), "portail-restore-"));
      await on(server.url, (sql) => sql`create role gestion login password 'x'`);
    }, 300_000);
    afterAll(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });

    async function on<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
      const sql = postgres(url, { max: 1, onnotice: () => undefined });
      try {
        return await work(sql);
      } finally {
        await sql.end();
      }
    }

    it.each([
      ["the version that runs", all.length],
      ["a version before an update", all.length - 6],
    ])("brings back %s, and the migrations go on", async (_, known) => {
      const base = `base-${known}`;
      const url = new URL(server.url);
      Object.assign(url, { username: "gestion", password: "x", pathname: `/${base}` });
      const env = { DATABASE_URL: url.href, ADMIN_URL: server.url, BASE: base, ROLE: "gestion" };
      const run = (lines: string[]) =>
        promisify(execFile)("sh", ["-ec", lines.join("\n")], {
          cwd: folder,
          env: { ...process.env, ...env },
        });
      const bringUpToDate = async () => {
        const secret = { PORTAL_MODE: "local", AUTH_SECRET: "x".repeat(32) };
        const { ended, said } = command("migrate.ts", [], { ...env, ...secret });
        expect((await ended).code, said()).toBe(0);
      };
      const lines = await commands();

      await on(server.url, (sql) => sql`create database ${sql(base)} owner gestion`);
      const before = await on(url.href, async (sql) => {
        await applyMigrations(sql, all.slice(0, known));
        await sql.unsafe(PgBoss.getConstructionPlans());
        await sql`select pgboss.create_queue('canary', '{}')`;
        return fillTables(sql);
      });
      await run(lines.filter((line) => line.startsWith("pg_dump")));
      await bringUpToDate();

      await run(lines.filter((line) => !line.startsWith("pg_dump")));
      await on(url.href, async (sql) => {
        expect(await countRows(sql, Object.keys(before))).toEqual(before);
        const [found] =
          await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
        expect(found?.applied).toBe(known);
      });
      await bringUpToDate();
      await on(url.href, async (sql) => {
        const { public_offer: _written, ...kept } = before;
        const after = await countRows(sql, Object.keys(kept));
        for (const [table, count] of Object.entries(kept))
          expect(after[table], table).toBeGreaterThanOrEqual(count);
      });
    });
  },
);

/** The block of commands under «Sauvegarder et restaurer». */
async function commands(): Promise<string[]> {
  const page = await readFile("docs/operations.md", "utf8");
  const [, block = ""] = /## Sauvegarder et restaurer[^]*?```sh\n([^]*?)```/.exec(page) ?? [];
  return block.trim().split("\n");
}
