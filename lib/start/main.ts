import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { env, OperatorError } from "@/lib/platform/environment/env";
import { listenAddresses } from "./addresses";
import { configure } from "./configuration";
import type { PreparedDatabase } from "./database";
import { endChild, isRunning } from "./end-child";
import { endingOf, reported } from "./ending";
import { claimPort } from "./port";
import { forgetRunning, recordRunning } from "./running";
import { serving } from "./serving";
import { finishBuild, isBuildFresh } from "./sources";
import { supervise } from "./supervise";

const next = "node_modules/next/dist/bin/next";
const endWithParent = ["--import", "./lib/start/end-with-parent.mjs"];

interface Flags {
  demo?: boolean;
  dev?: boolean;
  port?: string;
}

/**
 * `npm start` and `npm run dev`: database, migrations, build when needed, server; stopped in the
 * opposite order. The server is started again when it dies, and so is an embedded database.
 */
async function main(ending: AbortSignal): Promise<void> {
  const flags = readFlags();
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  if (flags.port !== undefined) process.env.PORT = flags.port;
  if (flags.demo) process.env.PORTAL_MODE = "demo";
  const { port, ...environment } = configure({ dev: flags.dev });
  const addresses = listenAddresses(environment);
  await claimPort(port, addresses, ending);
  // A start is mostly modules: the server loads its own while the build is looked at and the
  // database prepared.
  const ahead = flags.dev ? null : spawnServer(flags, port, { AWAITS_DATABASE: "1" });
  let database: PreparedDatabase | null = null;
  try {
    if (ahead && !(await isBuildFresh())) await build(ending);
    const { prepareDatabase } = await import("./database");
    const { announcement } = await import("./announcement");
    database = await prepareDatabase(ending);
    const lines = await announcement(database, addresses, flags);
    let first = ahead;
    // One that died meanwhile is not told, and is no longer running.
    first?.send({ DATABASE_URL: process.env.DATABASE_URL }, () => undefined);
    await supervise(
      {
        spawn: () => {
          const child = first && isRunning(first) ? first : spawnServer(flags, port);
          first = null;
          return child;
        },
        answers: (signal) => answering(urlOf(addresses, port), signal),
        tell: console.error,
        ending,
      },
      async () => {
        // Without it, commands print links to the usual port.
        await recordRunning({ port, origin: env.origin }).catch(() => undefined);
        console.log(lines.join("\n"));
      },
    );
  } finally {
    if (ahead) await endChild(ahead);
    await forgetRunning();
    await database?.stop();
  }
}

function readFlags(): Flags {
  const options = {
    demo: { type: "boolean" },
    dev: { type: "boolean" },
    port: { type: "string" },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    const given = process.argv.slice(2).filter((argument) => argument !== "--dev");
    throw new OperatorError(
      `«\u00a0${given.join(" ")}\u00a0» n’est pas compris. Options : npm start -- ` +
        "[--demo] [--port 3001]",
    );
  }
}

/** @param more environment of its own */
function spawnServer(
  { dev }: Flags,
  port: number,
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const program = dev
    ? [next, "dev", "--port", String(port), ...hostName()]
    : [...serving, String(port)];
  const environment = { ...process.env, LISTENS_AS_TOLD: "1", ...more };
  return spawn(process.execPath, [...endWithParent, ...program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...environment, NODE_ENV: dev ? "development" : "production" },
  });
}

/** The framework's own server listens at one address; a browser takes this name as we do. */
const hostName = (): string[] =>
  listenAddresses(env).length === 0 ? [] : ["--hostname", env.host ?? "localhost"];

async function build(ending: AbortSignal): Promise<void> {
  console.log("Construction du portail (une fois, puis à chaque changement du code ou du secret)…");
  const started = Date.now();
  const child = spawn(process.execPath, [...endWithParent, next, "build"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const end = () => void endChild(child);
  ending.addEventListener("abort", end, { once: true });
  const code = await new Promise<number | null>((exited) => child.once("exit", exited));
  ending.removeEventListener("abort", end);
  ending.throwIfAborted();
  if (code !== 0)
    throw new OperatorError("La construction a échoué ; les lignes ci-dessus disent pourquoi.");
  await finishBuild();
  console.log(`Construit en ${Math.round((Date.now() - started) / 1000)} s.`);
}

function urlOf([address = "127.0.0.1", other]: readonly string[], port: number): string {
  const reached = other
    ? "localhost"
    : ({ "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address);
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}/api/health`;
}

/** @throws when there is no answer within a minute, or the signal is aborted */
async function answering(url: string, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
  for (;;) {
    const response = await fetch(url, { signal: limit }).catch(() => null);
    if (response) return;
    await pause(100, undefined, { signal: limit });
  }
}

const ending = endingOf();
main(ending).then(
  () => process.exit(0),
  (error: unknown) => process.exit(reported(error, ending)),
);
