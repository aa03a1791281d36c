import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { keepEmbedded } from "@/db/embedded-keeper";
import { migrate } from "@/db/migrate";

async function ask(url: string, query: string): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
}

describe("the embedded PostgreSQL", () => {
  let home: string;
  let server: EmbeddedServer;
  beforeEach(async () => {
    // mkdtemp makes it 0700, as a home directory is.
    home = await mkdtemp(join(tmpdir(), "portail-embedded-"));
    server = await startEmbedded(home, { durable: false });
  });
  afterEach(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  const serverPid = async () => Number((await readFile(join(home, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);

  it("joins a server that already runs on the folder, and leaves stopping it to who started it", async () => {
    const second = await startEmbedded(home);
    expect(second).toMatchObject({ url: server.url, startedHere: false });
    expect(second.isRunning()).toBe(true);
    await second.stop();
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("keeps what was committed through kill -9 of the server, and recovers by itself", async () => {
    await ask(server.url, "create table kept (n int)");
    await ask(server.url, "insert into kept values (7)");
    await ask(server.url, "checkpoint");
    process.kill(await serverPid(), "SIGKILL");
    await new Promise((later) => setTimeout(later, 300));
    server = await startEmbedded(home);
    expect(await ask(server.url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("is not taken in by a lock that names somebody else's process", async () => {
    const file = join(home, "postgres", "postmaster.pid");
    const lines = (await readFile(file, "utf8")).split("\n");
    await server.stop();
    const stranger = spawn("sleep", ["30"]);
    const longAgo = String(Number(lines[2]) - 3600);
    await writeFile(file, [String(stranger.pid), lines[1], longAgo, ...lines.slice(3)].join("\n"));
    server = await startEmbedded(home);
    expect(server.startedHere).toBe(true);
    stranger.kill();
  });

  const answersAgain = (url: string) => expect.poll(() => ask(url, "select 1 as one").catch(() => []), { timeout: 15_000 }).toEqual([{ one: 1 }]);

  it("goes on at its address for a portal that joined it, when the one who started it stops it", async () => {
    const joined = await keepEmbedded(home);
    expect(joined).toMatchObject({ url: server.url, startedHere: false });
    await server.stop();
    await answersAgain(joined.url);
    await joined.stop();
    expect(await ask(joined.url, "select 1").catch(() => "stopped")).toBe("stopped");
  });

  it("is started again for a portal whose server was killed, with what was committed", async () => {
    const kept = await keepEmbedded(home);
    await ask(kept.url, "create table kept_too (n int)");
    await ask(kept.url, "checkpoint");
    process.kill(await serverPid(), "SIGKILL");
    await answersAgain(kept.url);
    expect(await ask(kept.url, "select count(*)::int as n from kept_too")).toEqual([{ n: 0 }]);
    await kept.stop();
  });

  it("is one server for two that start it at once", async () => {
    await server.stop();
    const both = await Promise.all([startEmbedded(home, { durable: false }), startEmbedded(home, { durable: false })]);
    expect(both.map(({ startedHere }) => startedHere).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ url }) => url)).size).toBe(1);
    await Promise.all(both.map((each) => each.stop()));
  });

  it("lets eight migrators at once bring an empty database up to date: one set applied, none fails", async () => {
    await ask(server.url, "create database fresh");
    const url = new URL(server.url);
    url.pathname = "/fresh";
    await Promise.all(Array.from({ length: 8 }, () => migrate(url.href)));
    const [migrations] = await ask(url.href, "select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations");
    expect(migrations?.applied).toBe(migrations?.different);
    const [terms] = await ask(url.href, "select count(*)::int as terms, (select count(*)::int from commune) as communes from vocabulary_term");
    expect(terms).toMatchObject({ terms: 17 + 12 + 19 + 11 });
    expect(Number(terms?.communes)).toBeGreaterThan(34_000);
  });
});
