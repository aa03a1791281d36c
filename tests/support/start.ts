import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSecret } from "./database";

/** A program of the portal that runs for real, with everything it has said. */
export interface Started {
  child: ChildProcess;
  /** Both streams, as far as they have come. */
  said: () => string;
  /** Resolves when its words match; rejects when it ends before. */
  says: (words: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Variables that would say what the test is to say. */
const own =
  /^(DATABASE_URL|AUTH_SECRET|SITE_ORIGIN|PORTAL_MODE|PORT|HOST|MAIL_FROM|JOBS|VERCEL|CRON_SECRET|RESEND_\w+|AGENCY_\w+|NEXT_SERVER_ACTIONS_ENCRYPTION_KEY|LISTENS_AS_TOLD|NODE_ENV|TEST|VITEST\w*|npm_\w+)$/;

export function launch(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = ".",
): Started {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name)),
  );
  const child = spawn(program, args, {
    cwd,
    env: {
      ...inherited,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      npm_config_update_notifier: "false",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: what a test ends is this and nothing else.
    detached: true,
  });
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const look = () => {
        const match = words.exec(text);
        if (!match) return;
        listeners.delete(look);
        found(match);
      };
      listeners.add(look);
      look();
      void ended.then(() =>
        failed(new Error(`It ended without saying ${String(words)}:\n${text}`)),
      );
    });
  return { child, said: () => text, says, ended };
}

/** A command of lib/start, in a folder of its own unless told otherwise. */
export function command(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = ".",
): Started {
  const loader = [
    "--conditions=react-server",
    "--import",
    resolve("node_modules/tsx/dist/loader.mjs"),
  ];
  return launch(
    process.execPath,
    [...loader, resolve("lib/start", script), ...args],
    { TSX_TSCONFIG_PATH: resolve("tsconfig.json"), ...environment },
    cwd,
  );
}

export interface Checkout {
  folder: string;
  remove: () => Promise<void>;
}

/**
 * The next version of this checkout, with an edit and a build of its own.
 * @param edit changes a file of it
 */
export async function nextVersion(
  path: string,
  edit: (source: string) => string,
): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), "portail-next-version-"));
  for (const name of await readdir(".")) {
    if (/^(\.data|\.git|\.next|\.env.*|test-results)$/.test(name)) continue;
    // The builder follows no link that leads out of its folder.
    spawnSync("cp", ["-r", "--reflink=auto", resolve(name), folder]);
  }
  const file = join(folder, path);
  await writeFile(file, edit(await readFile(file, "utf8")));
  const build = launch("npm", ["run", "build"], { AUTH_SECRET: buildSecret() }, folder);
  const { code } = await build.ended;
  if (code !== 0) throw new Error(`The next version cannot be built:\n${build.said()}`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** This checkout with its build, and a `.data` of its own. */
export async function checkout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), "portail-start-"));
  for (const name of await readdir(".")) {
    if (!/^(\.data|\.git|\.env.*|test-results)$/.test(name))
      await symlink(resolve(name), join(folder, name));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
