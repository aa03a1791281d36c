import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { departmentsNobodyFollows } from "@/lib/offer/lifecycle/queries/addresses";
import { closeDatabase } from "@/lib/platform/database/client";
import { env, OperatorError } from "@/lib/platform/environment/env";
import { describeAddresses, listenAddresses } from "./addresses";
import { configure } from "./configuration";
import { prepareDatabase } from "./database";
import { endChild } from "./end-child";
import { endingOf, reported } from "./ending";
import { claimPort } from "./port";
import { forgetRunning, recordRunning } from "./running";
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
  if (!flags.dev && !(await isBuildFresh())) await build(ending);
  const database = await prepareDatabase(ending);
  try {
    const links = flags.demo ? await demoLinks() : [];
    const unheard = await departmentsNobodyFollows();
    await closeDatabase();
    const lines = announcement({ database: database.description, addresses, links, unheard });
    await supervise(
      {
        spawn: () => spawnServer(flags, port),
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
    await forgetRunning();
    await closeDatabase();
    await database.stop();
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

function spawnServer({ dev }: Flags, port: number): ChildProcess {
  // The framework's own server listens at one address; a browser takes this name as we do.
  const name = listenAddresses(env).length === 0 ? [] : ["--hostname", env.host ?? "localhost"];
  const program = dev
    ? [next, "dev", "--port", String(port), ...name]
    : ["--import", "tsx/esm", "lib/start/serve.ts", "--port", String(port)];
  return spawn(process.execPath, [...endWithParent, ...program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, LISTENS_AS_TOLD: "1", NODE_ENV: dev ? "development" : "production" },
  });
}

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

async function demoLinks(): Promise<{ role: string; link: string }[]> {
  const { seedDemo } = await import("@/lib/start/seed/demo");
  return seedDemo();
}

interface Announced {
  database: string;
  addresses: readonly string[];
  links: { role: string; link: string }[];
  unheard: readonly string[];
}

function announcement({ database, addresses, links, unheard }: Announced): string[] {
  const mailbox = `boîte locale, lisible sur ${env.origin}/boite-aux-lettres`;
  const invite = "npm run moderator -- prenom.nom@ars.sante.fr";
  return [
    "",
    `  Portail       ${env.origin}`,
    `  Écoute        ${describeAddresses(addresses)}, port ${env.port}`,
    `  Base          ${database}`,
    `  Courriers     ${env.resendApiKey ? "Resend" : mailbox}`,
    ...(links.length > 0
      ? [
          "  Se connecter (démonstration) :",
          ...links.map(({ role, link }) => `    ${role.padEnd(14)} ${link}`),
        ]
      : [`  Modération    ${invite}  (affiche un lien pour choisir un mot de passe)`]),
    ...(unheard.length > 0 ? [`  Attention     ${unheardWords(unheard)}`] : []),
    "",
  ];
}

function unheardWords(departments: readonly string[]): string {
  return departments.length === env.agency.departments.length
    ? "aucun modérateur n’est prévenu des offres soumises : aucun n’a choisi de mot de " +
        "passe, ou tous ont arrêté leurs avis"
    : `aucun modérateur n’est prévenu des offres soumises dans : ${departments.join(", ")}`;
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
