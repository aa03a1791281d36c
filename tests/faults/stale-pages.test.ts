// Covers: lib/platform/door/made-once.ts lib/platform/load/current-version.ts
// Covers: lib/catalogue/search/queries/version.ts lib/start/serve.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { publicOffer } from "@/lib/offer/projection/tables";
import { closeDatabase, db } from "@/lib/platform/database/client";
import { environment } from "../support/database";
import { freeze } from "../support/freeze";
import { type Served, serveNext } from "../support/serve-next";

/** Milliseconds after which nobody is told what was before. */
const seenWithin = 1000;
const changes = 100;

let home: string;
let server: EmbeddedServer;
let instances: Served[];
let reference: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "portail-stale-"));
  server = await startEmbedded(home, { durable: false });
  await migrate(server.url);
  Object.assign(process.env, environment(server.url));
  const { prepareJobs } = await import("@/lib/start/jobs/worker");
  await prepareJobs();
  const { newModerator, newOfferor, published } = await import("../support/people");
  reference = await published(await newOfferor(), await newModerator(), {});
  const served = {
    ...environment(server.url),
    JOBS: "cron",
    CRON_SECRET: "x".repeat(20),
    TRUSTED_RELAYS: "1",
  };
  instances = await Promise.all([0, 1].map(() => serveNext(null, served, "/api/health")));
});

afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await closeDatabase();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

const paths = () => [
  "/offres",
  "/offres?q=stage",
  `/offres/${reference}`,
  `/api/v1/offres/${reference}`,
];

let callers = 0;
/** From another network each time: open data is counted. */
function get(address: string): Promise<Response> {
  callers += 1;
  const from = `2001:db8:${(callers >> 16).toString(16)}:${(callers & 0xffff).toString(16)}::1`;
  return fetch(address, { headers: { "x-forwarded-for": from } });
}

it("no instance tells what was before for longer than a second, however much is asked", async () => {
  /** When each title was there for everyone to see. */
  const committed: number[] = [];
  let isOver = false;
  const late: string[] = [];
  let answers = 0;
  let kept = 0;
  let oldest = 0;
  const reader = async (instance: Served, path: string) => {
    let tag = "";
    while (!isOver) {
      const asked = performance.now();
      const answer = await get(`${instance.origin}${path}`);
      const seen = /Titre numéro (\d+)\b/.exec(await answer.text())?.[1];
      if (seen === undefined) continue;
      answers += 1;
      if (answer.headers.get("etag") === tag) kept += 1;
      tag = answer.headers.get("etag") ?? "";
      const next = committed[Number(seen) + 1];
      if (next === undefined || next > asked) continue;
      oldest = Math.max(oldest, asked - next);
      if (asked - next > seenWithin)
        late.push(`${path}: title ${seen}, ${Math.round(asked - next)} ms after the next`);
    }
  };
  const change = async (number: number) => {
    await db
      .update(publicOffer)
      .set({ title: `Titre numéro ${number}` })
      .where(eq(publicOffer.reference, reference));
    committed.push(performance.now());
  };
  await change(0);
  const readers = instances.flatMap((instance) => paths().map((path) => reader(instance, path)));
  for (let number = 1; number <= changes; number++) {
    // Faster and slower than the instances ask.
    await pause((number % 10) * 100);
    await change(number);
  }
  await pause(seenWithin + 500);
  isOver = true;
  await Promise.all(readers);
  console.log(
    `${changes} changes, ${answers} answers, ${kept} of them the same as the one before; the ` +
      `oldest ${Math.round(oldest)} ms after the next`,
  );
  expect(late).toEqual([]);
  expect(kept).toBeGreaterThan(answers / 2);
  for (const instance of instances)
    for (const path of paths())
      expect(await (await get(`${instance.origin}${path}`)).text()).toContain(
        `Titre numéro ${changes}`,
      );
});

it("where the version cannot be known nothing kept is told", async () => {
  const ask = (path: string) => get(`${instances[0]?.origin}${path}`);
  for (const path of paths()) expect((await ask(path)).status).toBe(200);
  const thaw = freeze(join(home, "postgres"));
  try {
    await pause(seenWithin);
    for (const path of paths()) expect((await ask(path)).status).toBe(503);
  } finally {
    thaw();
  }
  await expect
    .poll(async () => Promise.all(paths().map(async (path) => (await ask(path)).status)), {
      timeout: 15_000,
    })
    .toEqual(paths().map(() => 200));
});
