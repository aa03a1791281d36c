// Covers: lib/start/ db/embedded.ts db/embedded-supervisor.ts db/embedded-owner.ts
import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "@/db/embedded-lock";
import { freePort } from "@/db/embedded-process";
import { buildSecret } from "../support/database";
import { type Checkout, checkout, command, launch, type Started } from "../support/start";

/** `npm start` as anyone runs it, on the build that is there and a database of its own. */
describe("npm start", () => {
  let place: Checkout;
  let port: number;
  let running: Started[];
  beforeEach(async () => {
    place = await checkout();
    port = await freePort();
    running = [];
  });
  afterEach(async () => {
    for (const { child, ended } of running) {
      if (child.pid && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, "SIGTERM");
      await ended;
    }
    await place.remove();
  });

  function start(
    environment: Readonly<Record<string, string>> = {},
    flags: readonly string[] = [],
  ): Started {
    const started = launch(
      "npm",
      ["start", ...(flags.length > 0 ? ["--", ...flags] : [])],
      { AUTH_SECRET: buildSecret(), PORT: String(port), ...environment },
      place.folder,
    );
    running.push(started);
    return started;
  }
  const announced = /^ {2}Portail .*[^]*\n\n/m;
  const health = async (host = "127.0.0.1") =>
    (await fetch(`http://${host}:${port}/api/health`).catch(() => null))?.status ?? 0;
  const postgresPid = async () =>
    Number(
      (
        await readFile(join(place.folder, ".data/postgres/postmaster.pid"), "utf8").catch(() => "0")
      ).split("\n")[0],
    );
  const mainPid = async () =>
    (
      JSON.parse(await readFile(join(place.folder, ".data/running.json"), "utf8")) as {
        pid: number;
      }
    ).pid;
  /** The children of main.ts that are not PostgreSQL. */
  const serverPid = async () => {
    const children = await readFile(
      `/proc/${await mainPid()}/task/${await mainPid()}/children`,
      "utf8",
    );
    const pids = children.trim().split(" ").map(Number);
    const postgres = await postgresPid();
    return pids.find((pid) => pid !== postgres) ?? 0;
  };
  const gone = (pids: readonly number[]) =>
    expect.poll(() => pids.filter(isAlive), { timeout: 30_000 }).toEqual([]);

  it("starts the server again each time it is killed; the database goes on meanwhile", async () => {
    const { says, said } = start();
    await says(announced);
    expect(said()).not.toContain("Construction du portail");
    const database = await postgresPid();
    for (const time of [1, 2, 3]) {
      const server = await serverPid();
      process.kill(server, "SIGKILL");
      await says(new RegExp(`(Le serveur répond de nouveau[^]*){${time}}`));
      expect(await health()).toBe(200);
      expect(await postgresPid()).toBe(database);
      expect(await serverPid()).not.toBe(server);
    }
  });

  it.each([
    ["npm alone", (started: Started) => started.child.kill("SIGTERM")],
    ["the process group", (started: Started) => process.kill(-(started.child.pid ?? 0), "SIGTERM")],
    ["the process", async () => process.kill(await mainPid(), "SIGTERM")],
  ])("ends everything when %s is asked to end", async (_, end) => {
    const started = start();
    await started.says(announced);
    const pids = [await mainPid(), await serverPid(), await postgresPid()];
    await end(started);
    await gone(pids);
    await started.ended;
    expect(await health()).toBe(0);
    expect(await postgresPid()).toBe(0);
  });

  it(
    "after kill -9, its server ends by itself, and the next start owns the database and " +
      "stops it",
    async () => {
      const first = start();
      await first.says(announced);
      const [main, server, database] = [await mainPid(), await serverPid(), await postgresPid()];
      process.kill(main, "SIGKILL");
      // At once, on the same port: what waits for the port to be free is the start.
      const second = start();
      await second.says(announced);
      await gone([main, server]);
      expect(await postgresPid()).toBe(database);
      expect(await health()).toBe(200);
      second.child.kill("SIGTERM");
      await gone([database]);
      await second.ended;
    },
  );

  it("listens on this machine only, and says so; on all when it is told to", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4")?.address;
    const local = start();
    await local.says(announced);
    expect(local.said()).toMatch(/Écoute +cette machine seulement/);
    expect([await health("127.0.0.1"), await health("[::1]")]).toEqual([200, 200]);
    if (outside) expect(await health(outside)).toBe(0);
    local.child.kill("SIGTERM");
    await local.ended;
    const open = start({ HOST: "0.0.0.0" });
    await open.says(announced);
    expect(open.said()).toMatch(/Écoute +toutes les adresses de cette machine/);
    if (outside) expect(await health(outside)).toBe(200);
  });

  it(
    "prints links to where it runs; its commands do so too, and say when nobody would be " + "told",
    async () => {
      const started = start();
      await started.says(announced);
      expect(started.said()).toMatch(
        /Attention +aucun modérateur n’est prévenu des offres soumises/,
      );
      const invited = command("moderator.ts", ["a@ars.example"], {}, place.folder);
      const [, origin] = await invited.says(/(http:\/\/\S+)\/mot-de-passe\/choisir\/\S+/);
      expect(origin).toBe(`http://localhost:${port}`);
      expect((await invited.ended).code).toBe(0);
      expect(invited.said()).not.toContain("Aucun portail ne tourne");
    },
  );
});
