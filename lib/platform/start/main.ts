import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { env, EnvironmentError } from "@/lib/platform/env";
import { prepareDatabase } from "./database";
import { endChild } from "./end-child";
import { isBuildFresh, recordBuild } from "./sources";

const next = "node_modules/next/dist/bin/next";

/** `npm start` and `npm run dev`: database, migrations, build when needed, server; stopped in the opposite order. */
async function main(): Promise<void> {
  const { values: flags } = parseArgs({
    options: { demo: { type: "boolean" }, dev: { type: "boolean" }, port: { type: "string" } },
  });
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  if (flags.port) process.env.PORT = flags.port;
  if (flags.demo) process.env.PORTAL_MODE = "demo";
  const port = Number(process.env.PORT ?? 3000);
  if (!(await isFree(port))) {
    throw new EnvironmentError([`PORT : le port ${port} est déjà pris. Arrêtez l'autre serveur ou choisissez-en un autre : PORT=3001 npm start`]);
  }
  if (!flags.dev && !(await isBuildFresh())) await build();
  const ending = new AbortController();
  let server: ChildProcess | undefined;
  const stop = async (code: number) => {
    if (ending.signal.aborted) return;
    // First of all: a host that signals every process at once has Postgres end while Next still does, and nobody is to
    // start it again.
    ending.abort();
    if (server) await endChild(server);
    await (await preparing.catch(() => undefined))?.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  const preparing = prepareDatabase(ending.signal);
  try {
    const { description } = await preparing;
    const links = flags.demo ? await demoLinks() : [];
    await closeDatabase();
    if (ending.signal.aborted) return;
    const program = flags.dev ? [next, "dev"] : ["--import", "tsx/esm", "lib/platform/start/serve.ts"];
    server = spawn(process.execPath, [...program, "--port", String(port)], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NODE_ENV: flags.dev ? "development" : "production" },
    });
    server.once("exit", (code) => void stop(code ?? 1));
    await answering(`http://127.0.0.1:${port}/api/health`);
    announce(description, links);
  } catch (error) {
    // What fails because the portal is ending is no news.
    if (ending.signal.aborted) return;
    tell(error);
    await stop(1);
  }
}

async function build(): Promise<void> {
  console.log("Construction du portail (une fois, puis à chaque changement du code)…");
  const started = Date.now();
  const child = spawn(process.execPath, [next, "build"], { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
  const code = await new Promise<number | null>((exited) => child.once("exit", exited));
  if (code !== 0) process.exit(code ?? 1);
  await recordBuild();
  console.log(`Construit en ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function demoLinks(): Promise<{ role: string; link: string }[]> {
  const { seedDemo } = await import("@/db/seed/demo");
  return seedDemo();
}

function announce(database: string, links: { role: string; link: string }[]): void {
  const mail = env.resendApiKey ? "Resend" : `boîte locale, lisible sur ${env.origin}/boite-aux-lettres`;
  console.log(
    [
      "",
      `  Portail       ${env.origin}`,
      `  Base          ${database}`,
      `  Courriers     ${mail}`,
      ...(links.length > 0
        ? ["  Se connecter (démonstration) :", ...links.map(({ role, link }) => `    ${role.padEnd(14)} ${link}`)]
        : ["  Modération    npm run moderator -- prenom.nom@ars.sante.fr  (affiche un lien pour choisir un mot de passe)"]),
      "",
    ].join("\n"),
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const response = await fetch(url).catch(() => null);
    if (response) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error("Le serveur ne répond pas après une minute.");
}

function tell(error: unknown): void {
  console.error(error instanceof EnvironmentError ? error.message : error);
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
