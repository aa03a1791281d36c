// Covers: lib/platform/database/client.ts lib/platform/database/driver.ts
// Covers: lib/platform/database/pulse.ts tests/support/tls-relay.ts
// Covers: lib/platform/database/errors.ts lib/platform/database/once.ts db/suspended.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { closeDatabase, db } from "@/lib/platform/database/client";
import { isUnavailable } from "@/lib/platform/database/errors";
import { readEnvironment } from "@/lib/platform/environment/env";
import { freeze } from "../support/freeze";
import { tlsRelay } from "../support/tls-relay";

// A server of its own: the other files must keep theirs. The environment was read for theirs.
let server: EmbeddedServer;
let home: string;
vi.mock("@/lib/platform/environment/env", async (original) => ({
  ...(await original<typeof import("@/lib/platform/environment/env")>()),
  env: new Proxy(
    {},
    { get: (_, name) => Reflect.get(readEnvironment(process.env), name) as unknown },
  ),
}));

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "portail-frozen-"));
  server = await startEmbedded(home, { durable: false });
  process.env.DATABASE_URL = server.url;
});

afterAll(async () => {
  await closeDatabase();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

const one = () => db.execute(sql`select 1 as n`);
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error: unknown) => error,
  );

test.each(["directly", "over TLS"])(
  "a server that stops answering is noticed within 5 s by who waits, at once by who comes, " +
    "and found again: reached %s",
  async (how) => {
    if (how === "over TLS") {
      await closeDatabase();
      process.env.DATABASE_URL = await tlsRelay(server.url);
    }
    await Promise.all(Array.from({ length: 10 }, one));
    let entered: () => void;
    const inside = new Promise<void>((done) => (entered = done));
    let goOn: () => void = () => undefined;
    const frozen = new Promise<void>((done) => (goOn = done));
    const transaction = failure(
      db.transaction(async (tx) => {
        await tx.execute(sql`create table never (n int)`);
        entered();
        await frozen;
        // Two at once: the driver keeps the second in a line of its own.
        await Promise.all([
          tx.execute(sql`insert into never values (${1})`),
          tx.execute(sql`insert into never values (${2})`),
        ]);
      }),
    );
    await inside;
    const thaw = freeze(join(home, "postgres"));
    const started = performance.now();
    try {
      goOn();
      // More than there are connections: some wait for one.
      const outcomes = await Promise.all([
        transaction,
        ...Array.from({ length: 30 }, () => failure(one())),
      ]);
      const noticed = performance.now() - started;
      console.log(`frozen server noticed after ${Math.round(noticed)} ms`);
      for (const outcome of outcomes) expect(isUnavailable(outcome)).toBe(true);
      expect(noticed).toBeLessThan(5_000);

      const asked = performance.now();
      expect(isUnavailable(await failure(one()))).toBe(true);
      expect(performance.now() - asked).toBeLessThan(500);
    } finally {
      thaw();
    }
    const thawed = performance.now();
    await vi.waitFor(one, { timeout: 10_000, interval: 50 });
    console.log(`found again after ${Math.round(performance.now() - thawed)} ms`);
    // Nothing was left taken, nothing half done.
    await Promise.all(
      Array.from({ length: 40 }, () => db.transaction((tx) => tx.execute(sql`select 1`))),
    );
    expect(await db.execute(sql`select to_regclass('never') as found`)).toMatchObject([
      { found: null },
    ]);
  },
  40_000,
);

test("a statement may take longer than that while the server lives", async () => {
  await expect(db.execute(sql`select pg_sleep(6)`)).resolves.toBeDefined();
});

test("who finds every connection taken waits for one, and transactions leave theirs", async () => {
  const slow = Array.from({ length: 25 }, () =>
    db.transaction((tx) => tx.execute(sql`select pg_sleep(0.1)`)),
  );
  await expect(Promise.all([...slow, one()])).resolves.toHaveLength(26);
  await expect(db.transaction(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  expect(await failure(db.execute(sql`select no_such_column`))).toBeInstanceOf(Error);
  await Promise.all(Array.from({ length: 20 }, one));
});
