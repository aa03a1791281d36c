// Covers: lib/platform/action/define-action.ts lib/platform/form/read-form.ts
// Covers: tests/support/fuzz-portal.ts tests/support/fuzz-http.ts
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { environment, newDatabase } from "../support/database";
import { fuzzOverHttp, strayActions } from "../support/fuzz-http";
import { actionsInCode, fuzz, routeFiles } from "../support/fuzz-portal";
import { badLines } from "../support/log-judge";
import { serveNext } from "../support/serve-next";

// S13. `FUZZ_PAYLOADS=2000 npm run test:slow -- fuzz` for a short one; the seed draws the same
// payloads again.
const payloads = Number(process.env.FUZZ_PAYLOADS ?? 100_000);
const requests = Number(process.env.FUZZ_REQUESTS ?? 4_000);
const seed = Number(process.env.FUZZ_SEED ?? 16);

let database: Awaited<ReturnType<typeof newDatabase>>;

beforeAll(async () => {
  database = await newDatabase();
});

afterAll(() => database.stop());

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
  const settings = { ...environment(database.url), LOG_LEVEL: "info" };
  const { origin, said, stop } = await serveNext(null, settings, "/api/health");
  try {
    const { statuses, faults } = await fuzzOverHttp(origin, requests, seed);
    console.log(`${requests} requests, ${faults.length} faults`, Object.fromEntries(statuses));
    expect(faults.slice(0, 50)).toEqual([]);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    const log = said().split("\n");
    expect(badLines(said())).toEqual([]);
    expect(log.filter((line) => line.startsWith('{"level":50'))).toEqual([]);
    // An action that got no form of ours says so in an answer 200.
    const lines = log.filter((line) => line.includes('"request refused"'));
    const refused = lines.filter((line) => !line.includes('"reason":"no form of ours"'));
    const answered = [400, 403, 405, 413, 415].map((status) => statuses.get(status) ?? 0);
    expect(refused.length).toBe(answered.reduce((sum, count) => sum + count, 0));
  } finally {
    await stop();
  }
}, 3_600_000);
