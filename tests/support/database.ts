import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { lastingSecret } from "@/lib/platform/environment/lasting-secret";
import { isPostgresVersion, startVersion } from "./postgres-version";

/**
 * One real PostgreSQL for the run, with a migrated database that each test file copies: the
 * embedded one, or the version named by TEST_POSTGRES (14 to 18).
 */
export async function setup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "portail-test-"));
  const version = Number(process.env.TEST_POSTGRES);
  const server = isPostgresVersion(version)
    ? await startVersion(version)
    : await startEmbedded(home, { durable: false });
  const template = new URL(server.url);
  template.pathname = "/template_portail";
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe("create database template_portail");
  await sql.end();
  await migrate(template.href);
  Object.assign(process.env, environment(template.href));
  const { prepareJobs } = await import("@/lib/start/jobs/worker");
  const { closeDatabase } = await import("@/lib/platform/database/client");
  await prepareJobs();
  await closeDatabase();
  process.env.TEST_SERVER_URL = server.url;
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}

/**
 * An embedded PostgreSQL of a test's own, migrated and with its queue of jobs, but nobody who works
 * on them.
 */
export async function newDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), "portail-test-"));
  const server = await startEmbedded(home, { durable: false });
  await migrate(server.url);
  Object.assign(process.env, environment(server.url));
  const { prepareJobs } = await import("@/lib/start/jobs/worker");
  await prepareJobs();
  const stop = async () => {
    const { closeDatabase } = await import("@/lib/platform/database/client");
    await closeDatabase();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** The secret that `npm run build` takes here: a build and the server of it have the same. */
export function buildSecret(): string {
  return process.env.AUTH_SECRET ?? lastingSecret();
}

/** What the portal under test is configured with. */
export function environment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    PORTAL_MODE: "local",
    AUTH_SECRET: buildSecret(),
    SITE_ORIGIN: "http://localhost:3000",
    LOG_LEVEL: "error",
    // The tests stand for many visitors, and name their networks as a relay would.
    TRUSTED_RELAYS: "1",
    NETWORK_LIMIT_FACTOR: "1000",
  };
}
