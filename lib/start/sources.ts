import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packFiles } from "../platform/door/packed-files";
import { fingerprintOf } from "../platform/environment/action-key";

/** Its files are served at their own names. */
export const publicFolder = "public";
const folders = ["app", "components", "lib", "db", publicFolder];
const files = [
  "next.config.ts",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "package-lock.json",
  "tsconfig.json",
];
/** What the build has for browsers, served as `/_next/static`. */
export const staticFolder = join(".next", "static");
const record = join(".next", "sources.sha256");

/**
 * A digest of everything a build depends on, the key of its actions included: dates lie after a
 * checkout, contents do not.
 */
export async function digestOfSources(): Promise<string> {
  const hash = createHash("sha256");
  const nested = await Promise.all(
    folders.map(async (folder) => {
      // A folder that is not there holds nothing that a build reads.
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
        .map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  for (const file of [...nested.flat(), ...files].sort()) {
    hash.update(file).update(await readFile(file).catch(() => ""));
  }
  return hash
    .update(fingerprintOf(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ""))
    .digest("hex");
}

/** Whether `.next` holds a build of the sources as they are. */
export async function isBuildFresh(): Promise<boolean> {
  const [built, id] = await Promise.all([
    readFile(record, "utf8"),
    readFile(join(".next", "BUILD_ID"), "utf8"),
  ]).catch(() => ["", ""]);
  return id !== "" && built === (await digestOfSources());
}

/** To be called after a build that succeeded: packs it, then says of which sources it is. */
export async function finishBuild(): Promise<void> {
  await packFiles(staticFolder);
  await writeFile(record, await digestOfSources());
}
