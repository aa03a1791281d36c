import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { environment } from "../support/database";
import { launch } from "../support/start";

/** `npm run dev` as anyone runs it, on a new, empty database. */
const port = process.env.PORT ?? "3220";
const home = await mkdtemp(join(tmpdir(), "portail-components-"));
const database = await startEmbedded(home, { durable: false });
const { child, ended } = launch("npm", ["run", "dev", "--", "--port", port], {
  ...environment(database.url),
  SITE_ORIGIN: `http://localhost:${port}`,
  NODE_ENV: "development",
});
child.stdout?.pipe(process.stdout);
child.stderr?.pipe(process.stderr);
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => child.pid && process.kill(-child.pid, "SIGTERM"));
await ended;
await database.stop();
await rm(home, { recursive: true, force: true });
