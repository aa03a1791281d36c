import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { environment } from "../support/database";

/** `npm run dev` as anyone runs it, on a new, empty database. */
const port = process.env.PORT ?? "3220";
const home = await mkdtemp(join(tmpdir(), "portail-components-"));
const database = await startEmbedded(home, { durable: false });
const child = spawn("npm", ["run", "dev", "--", "--port", port], {
  stdio: "inherit",
  env: {
    ...process.env,
    ...environment(database.url),
    SITE_ORIGIN: `http://localhost:${port}`,
    NODE_ENV: "development",
  },
});
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => child.kill("SIGTERM"));
await once(child, "close");
await database.stop();
await rm(home, { recursive: true, force: true });
