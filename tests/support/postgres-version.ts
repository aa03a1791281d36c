import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { binaries, freePort, platformPackage, runAsUser, spawnServer } from "@/db/embedded-process";

/** The last release of each version that PostgreSQL's own project still mends; 18 is embedded. */
const releases = {
  14: "14.23.0-beta.17",
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: null,
} as const;

export type PostgresVersion = keyof typeof releases;
export const postgresVersions = Object.keys(releases).map(Number) as PostgresVersion[];

export function isPostgresVersion(version: number): version is PostgresVersion {
  return Object.hasOwn(releases, version);
}

export interface VersionServer {
  /** Of a superuser, on the database `postgres`. */
  url: string;
  stop: () => Promise<void>;
}

/**
 * A real server of a version on a cluster of its own, with the locale that a host's package gives
 * it.
 */
export async function startVersion(version: PostgresVersion): Promise<VersionServer> {
  const programs = await binaries(await modulesOf(version));
  const home = await mkdtemp(join(tmpdir(), `portail-postgres-${version}-`));
  const data = join(home, "data");
  const password = "only-for-tests";
  await writeFile(join(home, "password"), password);
  await runAsUser(programs.initdb, [
    `--pgdata=${data}`,
    "--username=portail",
    `--pwfile=${join(home, "password")}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  ]);
  const port = await freePort();
  const server = spawnServer(programs.postgres, data, port, false);
  const url = `postgres://portail:${password}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  for (let attempt = 0; ; attempt++) {
    const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
    const answered = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (answered) return { url, stop };
    if (attempt === 100 || server.failure() !== null) {
      await stop();
      throw new Error(`PostgreSQL ${version} does not start: ${server.failure() ?? "no answer"}`);
    }
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Fetched from the registry that everything else comes from, once, and kept beside the modules. */
async function modulesOf(version: PostgresVersion): Promise<string | undefined> {
  const release = releases[version];
  if (release === null) return undefined;
  const folder = resolve("node_modules", ".cache", "postgresql", release);
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  // Moved into place when whole: what an ended run leaves is not taken for a server.
  const made = `${folder}.${process.pid}`;
  await mkdir(made, { recursive: true });
  const options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", made];
  await promisify(execFile)("npm", ["install", ...options, `${platformPackage()}@${release}`], {
    timeout: 300_000,
  });
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }));
  return modules;
}
