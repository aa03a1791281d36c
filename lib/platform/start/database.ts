import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keepEmbedded } from "@/db/embedded-keeper";
import { migrate } from "@/db/migrate";
import { rebuildCatalogue } from "@/lib/catalogue/commands/rebuild";
import { prepareJobs } from "@/lib/platform/jobs";

const home = ".data";

export interface PreparedDatabase {
  /** What to tell the operator. */
  description: string;
  stop: () => Promise<void>;
}

/**
 * Gives this process, and those it starts, a database that is up to date: the one of DATABASE_URL, or an embedded one
 * under .data/. Without DATABASE_URL it also provides a lasting secret.
 */
export async function prepareDatabase(): Promise<PreparedDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await migrate(given);
    await prepareJobs();
    await rebuildCatalogue();
    return { description: `PostgreSQL sur ${new URL(given).host}`, stop: () => Promise.resolve() };
  }
  const server = await keepEmbedded(home);
  process.env.DATABASE_URL = server.url;
  process.env.PORTAL_MODE ??= "local";
  process.env.AUTH_SECRET ??= await lastingSecret();
  await migrate(server.url);
  await prepareJobs();
  await rebuildCatalogue();
  return { description: "PostgreSQL 18 embarqué, données dans .data/postgres", stop: server.stop };
}

async function lastingSecret(): Promise<string> {
  const file = join(home, "secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const secret = randomBytes(48).toString("base64url");
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
