import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { parseArgs } from "node:util";

/**
 * `npm run test:node -- 22 24`: unit and integration tests, and a start on an empty folder, on
 * other releases of Node. They come from the registry that everything else comes from.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const releases: Record<string, string> = { 20: "20.20.0", 22: "22.23.3", 24: "24.21.0" };

for (const major of positionals) {
  const release = releases[major];
  if (!release)
    throw new Error(`No release of Node ${major} is known: ${Object.keys(releases).join(", ")}.`);
  const folder = await programsOf(release);
  const path = `${folder}${delimiter}${process.env.PATH ?? ""}`;
  console.log(`\n── Node ${release} ──`);
  await run(join(folder, "node"), ["--version"], path);
  for (const project of ["unit*", "integration"]) {
    await run(
      join(folder, "node"),
      ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=dot"],
      path,
    );
  }
  await run(
    join(folder, "node"),
    ["node_modules/vitest/vitest.mjs", "run", "--project", "faults", "--project", "slow", "/start"],
    path,
  );
}

/** The folder of the programs of a release, fetched once and kept beside the modules. */
async function programsOf(release: string): Promise<string> {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const prefix = resolve("node_modules", ".cache", "node", release);
  const folder = join(prefix, "node_modules", name, "bin");
  if (!existsSync(folder)) {
    await run("npm", [
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--prefix",
      prefix,
      `${name}@${release}`,
    ]);
  }
  return folder;
}

/** @throws when the program fails */
async function run(program: string, args: string[], path = process.env.PATH): Promise<void> {
  const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, PATH: path } });
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.`);
}
