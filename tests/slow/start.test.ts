// Covers: lib/start/ lib/platform/environment/ db/migrate.ts db/embedded-process.ts
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/db/embedded-process";
import { OperatorError } from "@/lib/platform/environment/env";
import { reachDatabase } from "@/lib/start/reach";
import { delayAfter, supervise } from "@/lib/start/supervise";
import { command } from "../support/start";

const url = (change: (url: URL) => void) => {
  const changed = new URL(process.env.DATABASE_URL ?? "");
  change(changed);
  return changed.href;
};
const base = () => ({
  DATABASE_URL: process.env.DATABASE_URL ?? "",
  PORTAL_MODE: "local",
  AUTH_SECRET: "x".repeat(32),
});

describe("a command of the portal", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "portail-command-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(["main.ts", "migrate.ts", "moderator.ts"])(
    "%s says everything that is wrong at once, in French, without a stack",
    async (script) => {
      const wrong = {
        PORT: "3000.5",
        SITE_ORIGIN: "https://portail.example/stages",
        MAIL_FROM: "ARS",
        JOBS: "cron",
        HOST: "portail",
      };
      const { ended, said } = command(
        script,
        script === "moderator.ts" ? ["a@ars.example"] : [],
        { ...base(), ...wrong },
        folder,
      );
      expect((await ended).code).toBe(1);
      for (const name of ["PORT", "SITE_ORIGIN", "MAIL_FROM", "CRON_SECRET", "HOST"])
        expect(said()).toMatch(new RegExp(`- ${name} : .*\\.$`, "m"));
      expect(said()).not.toMatch(/Error|^\s+at /m);
    },
  );

  it.each([
    [
      "main.ts",
      "of an unknown database",
      (given: URL): void => void (given.pathname = "/nulle_part"),
      /DATABASE_URL\s: la base «\snulle_part\s» n’existe pas sur 127\.0\.0\.1:\d+/,
    ],
    [
      "migrate.ts",
      "of a wrong password",
      (given: URL): void => void (given.password = "canary"),
      /DATABASE_URL\s: PostgreSQL \(127\.0\.0\.1:\d+\) refuse le mot de passe de l’utilisateur «\sportail\s»/,
    ],
    [
      "moderator.ts",
      "of an unknown user",
      (given: URL): void => void (given.username = "inconnu"),
      /DATABASE_URL\s: PostgreSQL \(127\.0\.0\.1:\d+\) refuse le mot de passe de l’utilisateur «\sinconnu\s»/,
    ],
  ] as const)("%s says it %s", async (script, _, change, words) => {
    const environment = { ...base(), DATABASE_URL: url(change), PORT: String(await freePort()) };
    const { ended, said } = command(
      script,
      script === "moderator.ts" ? ["a@ars.example"] : script === "main.ts" ? ["--dev"] : [],
      environment,
      folder,
    );
    expect((await ended).code).toBe(1);
    expect(said()).toMatch(words);
    expect(said()).not.toMatch(/Error|^\s+at |canary/m);
  });

  it.each(["main.ts", "migrate.ts"])(
    "%s makes no database and no secret of its own in production",
    async (script) => {
      const production = {
        PORTAL_MODE: "production",
        SITE_ORIGIN: "https://portail.example",
        RESEND_API_KEY: "re_1",
        MAIL_FROM: "a@example.fr",
        AGENCY_CONTACT: "a@example.fr",
        PORT: String(await freePort()),
      };
      const alone = await mkdtemp(join(folder, "production-"));
      const { ended, said } = command(script, [], production, alone);
      expect((await ended).code).toBe(1);
      for (const name of ["DATABASE_URL", "AUTH_SECRET"])
        expect(said()).toMatch(new RegExp(`- ${name}\\s: manque en mode production.*\\.$`, "m"));
      expect(said()).not.toMatch(/Error|^\s+at /m);
      expect(await readdir(alone)).toEqual([]);
    },
  );

  it("names what an .env file has otherwise than it is read, and not the value", async () => {
    const own = await mkdtemp(join(folder, "env-"));
    const lines = ["AGENCY_ACCENT=#0b6157", "DATABASE_URL=postgres://u:cana$ry@h/d", "OTHER=#1"];
    await writeFile(join(own, ".env"), lines.join("\n"));
    const { ended, said } = command("migrate.ts", [], { AUTH_SECRET: "x".repeat(32) }, own);
    expect((await ended).code).toBe(1);
    for (const name of ["AGENCY_ACCENT", "DATABASE_URL"])
      expect(said()).toMatch(
        new RegExp(`- ${name}\\s: .*${name}='…', avec \\\\\\$ pour .*\\.$`, "m"),
      );
    expect(said()).not.toMatch(/Error|^\s+at |cana|0b6157|OTHER/m);
  });

  it("takes what the environment gives as it is, though an .env file names it too", async () => {
    const own = await mkdtemp(join(folder, "env-"));
    await writeFile(join(own, ".env"), "DATABASE_URL=\n");
    const DATABASE_URL = url((given) => (given.pathname = "/nulle$part"));
    const { ended, said } = command("migrate.ts", [], { ...base(), DATABASE_URL }, own);
    expect((await ended).code).toBe(1);
    expect(said()).toContain("nulle$part");
  });

  it.each([
    [
      "in another encoding, without rights",
      "encoding 'SQL_ASCII' locale 'C'",
      "",
      [/UTF8/, /schémas ni extensions/, /rien créer/],
    ],
    [
      "with an extension elsewhere",
      "",
      "grant create on schema public to moindre; create schema outils; " +
        "create extension unaccent schema outils",
      [/schémas ni extensions/, /unaccent/],
    ],
    [
      "with all but the schema (PostgreSQL 15)",
      "",
      "grant all on database needs to moindre",
      [/rien créer/],
    ],
  ])(
    "says what a database %s does not have, and leaves it as it is",
    async (_, made, then, words) => {
      const server = process.env.TEST_SERVER_URL ?? "";
      const admin = postgres(server, { max: 1, onnotice: () => undefined });
      await admin.unsafe("drop database if exists needs");
      await admin.unsafe("drop role if exists moindre");
      await admin.unsafe("create role moindre login password 'x'");
      await admin.unsafe(`create database needs template template0 ${made}`);
      const to = new URL(server);
      to.pathname = "/needs";
      const inside = postgres(to.href, { max: 1, onnotice: () => undefined });
      await inside.unsafe(then);
      Object.assign(to, { username: "moindre", password: "x" });
      const environment = { ...base(), DATABASE_URL: to.href };
      const { ended, said } = command("migrate.ts", [], environment, folder);
      expect((await ended).code).toBe(1);
      const [head, ...lines] = said().trim().split("\n");
      expect(head).toMatch(/^DATABASE_URL\s: la base «\sneeds\s» .* ne convient pas\./);
      expect(lines).toEqual(words.map((line) => expect.stringMatching(line) as string));
      const [left] = await inside`select count(*)::int as schemas from pg_namespace
      where nspname in ('drizzle', 'pgboss')`;
      expect(left?.schemas).toBe(0);
      await Promise.all([admin.end(), inside.end()]);
    },
  );

  it("says that its options are not understood", async () => {
    const { ended, said } = command("main.ts", ["--prot", "3001"], base(), folder);
    expect((await ended).code).toBe(1);
    expect(said()).toMatch(/«\s--prot 3001\s» n’est pas compris/);
    expect(said()).not.toMatch(/Error|^\s+at /m);
  });

  it.each([
    ["the port is taken", "127.0.0.1", {}, /PORT\s: le port \d+\sest déjà pris/],
    ["the port is taken on IPv6", "::1", {}, /PORT\s: le port \d+\sest déjà pris/],
    [
      "the address is another machine's",
      null,
      { HOST: "192.0.2.1" },
      /HOST\s: cette machine n’a pas l’adresse 192\.0\.2\.1/,
    ],
  ])("says that %s", async (_, taken, changes, words) => {
    const holder = createServer();
    const port = await freePort();
    if (taken) await once(holder.listen(port, taken), "listening");
    const { ended, said } = command(
      "main.ts",
      ["--dev"],
      { ...base(), PORT: String(port), ...changes },
      folder,
    );
    expect((await ended).code).toBe(1);
    expect(said()).toMatch(words);
    holder.close();
  });
});

/**
 * Lets the test's own database be reached by another port.
 * @param refused what may not stand in what the client says first, and the answer to it
 */
function relay(port: number, [refused, answer] = ["\n", Buffer.from("")]): Promise<Server> {
  const { port: real } = new URL(process.env.DATABASE_URL ?? "");
  const server = createServer((socket) => {
    const upstream = connect(Number(real), "127.0.0.1");
    socket.once("data", (first) => {
      if (first.includes(refused)) return socket.end(answer);
      upstream.write(first);
      return socket.pipe(upstream).pipe(socket);
    });
    for (const end of [socket, upstream]) end.on("error", () => end.destroy());
  });
  return once(server.listen(port, "127.0.0.1"), "listening").then(() => server);
}

/** What a server ends a connection with. */
const refusal = (code: string, words: string) => {
  const message = Buffer.from(`E\0\0\0\0SFATAL\0VFATAL\0C${code}\0M${words}\0\0`);
  message.writeInt32BE(message.length - 1, 1);
  return message;
};

describe("a database that is not there yet", () => {
  const told: string[] = [];
  const reach = (to: string, patience: number) =>
    reachDatabase(to, { patience, tell: (message) => told.push(message) });

  it("is waited for, with one line that says so", async () => {
    told.length = 0;
    const port = await freePort();
    const reached = reach(
      url((given) => (given.port = String(port))),
      20,
    );
    await expect.poll(() => told.length).toBe(1);
    const server = await relay(port);
    await reached;
    server.close();
    expect(told).toEqual([
      `La base n’est pas encore là : rien n’écoute sur 127.0.0.1:${port}. Attente de 20 s au plus…`,
    ]);
  });

  const starting = () => {
    const answer = refusal("57P03", "the database system is starting up");
    return createServer((socket) => socket.once("data", () => socket.end(answer)));
  };

  it.each([
    [
      "nothing listens",
      null,
      (port: number) => `postgres://u:p@127.0.0.1:${port}/d`,
      /rien n’écoute sur 127\.0\.0\.1:\d+, depuis 1\ss/,
    ],
    [
      "its name is unknown",
      null,
      () => "postgres://u:p@base.invalid/d",
      /le serveur «\sbase\.invalid\s» est inconnu, depuis 1\ss/,
    ],
    [
      "it is starting",
      starting,
      (port: number) => `postgres://u:p@127.0.0.1:${port}/d`,
      /PostgreSQL \(127\.0\.0\.1:\d+\) démarre ou s’arrête, depuis 1\ss/,
    ],
  ] as const)("is given up in French when %s for too long", async (_, server, address, words) => {
    told.length = 0;
    const port = await freePort();
    const listening = server?.().listen(port, "127.0.0.1");
    if (listening) await once(listening, "listening");
    const error: unknown = await reach(address(port), 1).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    expect((error as Error).message).toMatch(words);
    expect(told).toHaveLength(1);
    listening?.close();
  });
});

describe("an address that waiting does not mend", () => {
  it.each([
    [
      "a pooler's",
      "",
      ["statement_timeout", "08P01", "unsupported startup parameter: statement_timeout"],
      /127\.0\.0\.1:\d+ est un intermédiaire \(PgBouncer/,
    ],
    [
      "one without encryption",
      "",
      ["portail", "28000", 'no pg_hba.conf entry for host "192.0.2.1", no encryption'],
      /connexions chiffrées \(ajoutez \?sslmode=require à l’adresse\)/,
    ],
    ["one with a parameter of others", "?channel_binding=require", [], /«\schannel_binding\s»/],
  ])("is told at once: %s", async (_, query, [refused, code = "", words = ""], told) => {
    const port = await freePort();
    const server = await relay(port, refused ? [refused, refusal(code, words)] : undefined);
    const to = url((given) => Object.assign(given, { port, search: query }));
    await expect(reachDatabase(to, { tell: (line) => expect.fail(line) })).rejects.toThrow(told);
    server.close();
  });
});

describe("a server that is looked after", () => {
  const script = (code: string) => () =>
    spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });

  it("is started again each time it is killed, and ended in the end", async () => {
    const ending = new AbortController();
    const told: string[] = [];
    const children: ChildProcess[] = [];
    let announced = 0;
    const looking = supervise(
      {
        spawn: () => {
          const child = spawn(
            process.execPath,
            ["-e", "process.stdout.write('here'); setInterval(() => 0, 1000)"],
            { stdio: ["ignore", "pipe", "inherit"] },
          );
          children.push(child);
          return child;
        },
        answers: async (signal) => {
          const output = children.at(-1)?.stdout;
          if (output) await once(output, "data", { signal });
        },
        tell: (message) => told.push(message),
        ending: ending.signal,
      },
      () => {
        announced++;
      },
    );
    await expect.poll(() => announced).toBe(1);
    for (const count of [1, 2, 3]) {
      children.at(-1)?.kill("SIGKILL");
      await expect
        .poll(() => told.filter((words) => words === "Le serveur répond de nouveau.").length, {
          timeout: 10_000,
        })
        .toBe(count);
    }
    ending.abort();
    await looking;
    expect(told[0]).toBe("Le serveur s’est arrêté (signal SIGKILL) ; il redémarre.");
    expect(announced).toBe(1);
    expect(children).toHaveLength(4);
    expect(children.at(-1)?.signalCode).toBe("SIGTERM");
  });

  /** One that is dead before it answers. */
  const never = (signal: AbortSignal) =>
    new Promise<void>((_, fail) =>
      signal.addEventListener("abort", () => fail(new Error("dead")), { once: true }),
    );

  it("is given up when it dies after each start", async () => {
    const told: string[] = [];
    const looking = supervise(
      {
        spawn: script("process.exit(3)"),
        answers: never,
        tell: (message) => told.push(message),
        ending: new AbortController().signal,
      },
      () => undefined,
    );
    await expect(looking).rejects.toThrow(
      "Le serveur s’arrête aussitôt après chaque démarrage (code 3) : le portail abandonne.",
    );
    expect(told).toEqual(Array(4).fill("Le serveur s’est arrêté (code 3) ; il redémarre."));
  });

  it("is not started again when its operator has to put something right", async () => {
    const told: string[] = [];
    const looking = supervise(
      {
        spawn: script("process.exit(78)"),
        answers: never,
        tell: (message) => told.push(message),
        ending: new AbortController().signal,
      },
      () => undefined,
    );
    await expect(looking).rejects.toThrow(OperatorError);
    expect(told).toEqual([]);
  });

  it("waits longer after each death, and never for long", () => {
    expect([0, 1, 2, 3, 4, 5, 9].map(delayAfter)).toEqual([0, 250, 500, 1000, 2000, 4000, 5000]);
  });
});
