// Covers: lib/start/ lib/platform/environment/ db/migrate.ts db/reference-data/ package.json
import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { portal } from "../e2e/portal";
import { buildSecret } from "../support/database";

/** `npm start` as a deployer runs it, on the build that is there and an empty database. */
function start(databaseUrl: string, port: number, output: string[]): ChildProcess {
  const child = spawn("npm", ["start"], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      PORTAL_MODE: "local",
      AUTH_SECRET: buildSecret(),
      SITE_ORIGIN: `http://localhost:${port}`,
      npm_config_update_notifier: "false",
    },
    // A group of its own, so that stopping it stops the server under it as well.
    detached: true,
  });
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  return child;
}

test("npm start brings an empty database up to date, takes the build as it is and serves", async ({
  request,
}) => {
  const port = Number(process.env.E2E_PORT ?? 3210) + 1000;
  const sql = postgres(portal().databaseUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe("drop database if exists start_test with (force)");
  await sql.unsafe("create database start_test");
  await sql.end();
  const url = new URL(portal().databaseUrl);
  url.pathname = "/start_test";
  const output: string[] = [];
  const child = start(url.href, port, output);
  try {
    await expect(async () => {
      const page = await request.get(`http://localhost:${port}/offres`, { timeout: 5000 });
      expect(page.status()).toBe(200);
      expect(await page.text()).toContain("Aucune offre trouvée");
    }).toPass({ timeout: 90_000 });
    await expect.poll(() => output.join("")).toContain("npm run moderator");
    expect(output.join("")).not.toContain("Construction du portail");
  } finally {
    const ended = new Promise((exited) => child.once("exit", exited));
    if (child.pid) process.kill(-child.pid, "SIGTERM");
    await ended;
  }
});
