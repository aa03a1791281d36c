import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { serving } from "@/lib/start/serving";
import { environment } from "./database";

/** The production build on a new, empty database: what the end-to-end tests visit. */
const port = process.env.PORT ?? "3210";
const home = await mkdtemp(join(tmpdir(), "portail-e2e-"));
const server = await startEmbedded(home, { durable: false });
Object.assign(process.env, environment(server.url), {
  SITE_ORIGIN: `http://localhost:${port}`,
  NODE_ENV: "production",
  LOG_LEVEL: "info",
});
await migrate(server.url);
const { prepareJobs } = await import("@/lib/start/jobs/worker");
await prepareJobs();
const { inviteModerator } = await import("@/lib/people/account/commands/links");
const { closeDatabase } = await import("@/lib/platform/database/client");
const { link } = await inviteModerator({
  email: "moderation@ars.example",
  firstName: "Camille",
  lastName: "Moreau",
});
await closeDatabase();
// The tests read these: the moderator's one-time link, and the database for states no page can
// make.
const file = process.env.PORTAL_FILE ?? "test-results/portal.json";
await mkdir(dirname(file), { recursive: true });
await writeFile(
  file,
  JSON.stringify({ moderatorLink: link, databaseUrl: server.url, data: join(home, "postgres") }),
);
const child = spawn(process.execPath, [...serving, port], {
  stdio: ["ignore", "pipe", "pipe"],
  env: process.env,
});
// What the server prints of the whole run is judged at its end (tests/e2e/log-check.ts).
const said = createWriteStream(
  file.replace(/portal\.json$/, "server.log").replace(/\.json$/, ".log"),
);
for (const [stream, own] of [
  [child.stdout, process.stdout],
  [child.stderr, process.stderr],
] as const) {
  stream.pipe(said, { end: false });
  stream.pipe(own);
}
const stop = async () => {
  child.kill("SIGTERM");
  await server.stop();
  await rm(home, { recursive: true, force: true });
  process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
child.on("exit", () => void stop());
