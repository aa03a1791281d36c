import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { environment } from "../support/database";
import { fuzzOverHttp, strayActions } from "../support/fuzz-http";
import { actionsInCode, fuzz, routeFiles } from "../support/fuzz-portal";
import { serveNext } from "../support/serve-next";

// S13. `FUZZ_PAYLOADS=2000 npm run test:faults -- fuzz` for a short one; the seed draws the same
// payloads again.
const payloads = Number(process.env.FUZZ_PAYLOADS ?? 100_000);
const requests = Number(process.env.FUZZ_REQUESTS ?? 4_000);
const seed = Number(process.env.FUZZ_SEED ?? 16);

let home = "";
let server: Awaited<ReturnType<typeof startEmbedded>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "portail-fuzz-"));
  server = await startEmbedded(home, { durable: false });
  await migrate(server.url);
  Object.assign(process.env, environment(server.url));
  const { prepareJobs, stopWorker } = await import("@/lib/platform/jobs");
  await prepareJobs();
  await stopWorker();
});

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

it(`${payloads} payloads to every action and route handler, in this process: no fault`, async () => {
  const { calls, answers, faults } = await fuzz(payloads, seed);
  await writeFile(
    join(tmpdir(), "portail-fuzz.json"),
    JSON.stringify({ payloads, seed, answers: Object.fromEntries(answers), faults }, null, 2),
  );
  console.log(
    `${payloads} payloads, ${calls.size} actions and route handlers, ${faults.length} faults`,
    Object.fromEntries(answers),
  );
  expect(faults.slice(0, 50)).toEqual([]);
  expect([...calls.keys()].sort()).toEqual([...actionsInCode(), ...routeFiles()].sort());
}, 7_200_000);

it(`${requests} requests to the build: none answered 500, and it still answers`, async () => {
  expect(strayActions()).toEqual([]);
  const { origin, stop } = await serveNext(null, environment(server.url), "/api/health");
  try {
    const { statuses, faults } = await fuzzOverHttp(origin, requests, seed);
    console.log(`${requests} requests, ${faults.length} faults`, Object.fromEntries(statuses));
    expect(faults.slice(0, 50)).toEqual([]);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  } finally {
    await stop();
  }
}, 3_600_000);
