// Covers: db/embedded.ts db/embedded-supervisor.ts db/embedded-lock.ts db/embedded-owner.ts
// Covers: db/embedded-process.ts db/migrate.ts lib/start/
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/embedded-process";
import { superviseEmbedded } from "@/db/embedded-supervisor";
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

  const lockFile = () => join(home, "postgres", "postmaster.pid");
  const serverPid = async () => Number((await readFile(lockFile(), "utf8")).split("\n")[0]);
  const serves = async (pid: number) => {
    expect(await serverPid()).toBe(pid);
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  };

  it(
    "joins a server that already runs on the folder, and leaves stopping it to who started " + "it",
    async () => {
      const second = await startEmbedded(home);
      expect(second).toMatchObject({ url: server.url, owned: false });
      expect(second.isRunning()).toBe(true);
      await second.stop();
      expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    },
  );

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
    const file = lockFile();
    const lines = (await readFile(file, "utf8")).split("\n");
    await server.stop();
    const stranger = spawn("sleep", ["30"]);
    const longAgo = String(Number(lines[2]) - 3600);
    await writeFile(file, [String(stranger.pid), lines[1], longAgo, ...lines.slice(3)].join("\n"));
    server = await startEmbedded(home);
    expect(server.owned).toBe(true);
    stranger.kill();
  });

  it(
    "joins a server whose connections are all taken as soon as one is free, and leaves its " +
      "lock",
    async () => {
      const pid = await serverPid();
      const pools = [25, 25, 25, 25].map((max) =>
        postgres(server.url, { max, onnotice: () => undefined }),
      );
      await Promise.all(pools.flatMap((pool) => Array.from({ length: 25 }, () => pool.reserve())));
      const second = startEmbedded(home);
      await pause(1500);
      expect(await serverPid()).toBe(pid);
      await Promise.all(pools.map((pool) => pool.end({ timeout: 0 })));
      expect(await second).toMatchObject({ url: server.url, owned: false });
      await serves(pid);
    },
  );

  it("joins a server that was reached through a symbolic link, and leaves its lock", async () => {
    const pid = await serverPid();
    const link = join(home, "link");
    await symlink(home, link);
    expect(await startEmbedded(link)).toMatchObject({ url: server.url, owned: false });
    await serves(pid);
  });

  it("says so and leaves a server alone that does not answer any more", async () => {
    const pid = await serverPid();
    process.kill(pid, "SIGSTOP");
    try {
      await expect(startEmbedded(home, { patience: 2 })).rejects.toThrow(`processus ${pid}`);
      expect(await serverPid()).toBe(pid);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await serves(pid);
  });

  it("says so and leaves a server alone whose password is another one", async () => {
    const pid = await serverPid();
    await writeFile(join(home, "postgres.password"), "lost");
    await expect(startEmbedded(home)).rejects.toThrow("postgres.password");
    await serves(pid);
  });

  const answersAgain = (url: string) =>
    expect
      .poll(() => ask(url, "select 1 as one").catch(() => []), { timeout: 15_000 })
      .toEqual([{ one: 1 }]);

  it(
    "goes on at its address for a portal that joined it, when the one who started it stops " + "it",
    async () => {
      const joined = await superviseEmbedded(home);
      expect(joined).toMatchObject({ url: server.url, owned: false });
      await server.stop();
      await answersAgain(joined.url);
      await joined.stop();
      expect(await ask(joined.url, "select 1").catch(() => "stopped")).toBe("stopped");
    },
  );

  it("is started again for a portal whose server was killed, with what was committed", async () => {
    const kept = await superviseEmbedded(home);
    await ask(kept.url, "create table kept_too (n int)");
    await ask(kept.url, "checkpoint");
    process.kill(await serverPid(), "SIGKILL");
    await answersAgain(kept.url);
    expect(await ask(kept.url, "select count(*)::int as n from kept_too")).toEqual([{ n: 0 }]);
    await kept.stop();
  });

  it(
    "is not running for a portal while another command serves the folder at another " +
      "address; it says so once",
    async () => {
      const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const kept = await superviseEmbedded(home);
      const { port } = new URL(kept.url);
      await server.stop();
      const holder = createServer().listen(Number(port), "127.0.0.1");
      await once(holder, "listening");
      // The keeper's own attempts, which fail on the port, hold the folder for an instant each.
      const other = await freePort();
      await expect
        .poll(
          async () => (server = await startEmbedded(home, { durable: false, port: other })).owned,
          { timeout: 15_000 },
        )
        .toBe(true);
      const about = () =>
        said.mock.calls.filter(([text]) => String(text).includes(`port ${other}`));
      await expect.poll(() => about().length).toBe(1);
      await pause(1200);
      expect(about()).toHaveLength(1);
      expect(kept.isRunning()).toBe(false);
      holder.close();
      await server.stop();
      await answersAgain(kept.url);
      await expect.poll(() => kept.isRunning()).toBe(true);
      await kept.stop();
      said.mockRestore();
    },
  );

  it("is not started again for a portal that is ending", async () => {
    const ending = new AbortController();
    const kept = await superviseEmbedded(home, ending.signal);
    ending.abort();
    await server.stop();
    await pause(1200);
    expect(existsSync(lockFile())).toBe(false);
    await kept.stop();
  });

  /** One of the portal's commands, with `home` for its `.data`. */
  async function command(
    script: string,
    args: readonly string[],
    extra: Readonly<Record<string, string>>,
  ) {
    await server.stop();
    await symlink(home, join(home, ".data"));
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      TSX_TSCONFIG_PATH: resolve("tsconfig.json"),
      ...extra,
    };
    for (const name of ["DATABASE_URL", "AUTH_SECRET", "PORTAL_MODE"])
      Reflect.deleteProperty(environment, name);
    const loader = [
      "--conditions=react-server",
      "--import",
      resolve("node_modules/tsx/dist/loader.mjs"),
    ];
    const child = spawn(process.execPath, [...loader, resolve("lib/start", script), ...args], {
      cwd: home,
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    const exited = once(child, "exit").then(([code]) => ({ code: code as number | null, errors }));
    return { child, exited };
  }

  it("is stopped by a command whose preparation fails", async () => {
    const { exited } = await command("migrate.ts", [], { AGENCY_ACCENT: "no colour" });
    expect(await exited).toMatchObject({
      code: 1,
      errors: expect.stringContaining("AGENCY_ACCENT") as string,
    });
    expect(existsSync(lockFile())).toBe(false);
  });

  it.each([
    ["main.ts", ["--dev", "--port"]],
    ["moderator.ts", ["prenom.nom@ars.example"]],
  ])("is stopped by %s when that is asked to end while it prepares", async (script, args) => {
    const { child, exited } = await command(
      script,
      args.at(-1) === "--port" ? [...args, String(await freePort())] : args,
      {},
    );
    await expect.poll(() => existsSync(lockFile()), { timeout: 15_000, interval: 20 }).toBe(true);
    child.kill("SIGTERM");
    const { errors } = await exited;
    expect(errors).not.toContain("Error");
    expect(existsSync(lockFile())).toBe(false);
  });

  it("is one server for two that start it at once", async () => {
    await server.stop();
    const both = await Promise.all([
      startEmbedded(home, { durable: false }),
      startEmbedded(home, { durable: false }),
    ]);
    expect(both.map(({ owned }) => owned).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ url }) => url)).size).toBe(1);
    await Promise.all(both.map((each) => each.stop()));
  });

  it(
    "lets eight migrators at once bring an empty database up to date: one set applied, " +
      "none fails",
    async () => {
      await ask(server.url, "create database fresh");
      const url = new URL(server.url);
      url.pathname = "/fresh";
      await Promise.all(Array.from({ length: 8 }, () => migrate(url.href)));
      const [migrations] = await ask(
        url.href,
        "select count(*)::int as applied, count(distinct hash)::int as different from " +
          "drizzle.__drizzle_migrations",
      );
      expect(migrations?.applied).toBe(migrations?.different);
      const [terms] = await ask(
        url.href,
        "select count(*)::int as terms, (select count(*)::int from commune) as communes " +
          "from vocabulary_term",
      );
      expect(terms).toMatchObject({ terms: 17 + 12 + 19 + 11 });
      expect(Number(terms?.communes)).toBeGreaterThan(34_000);
    },
  );
});
