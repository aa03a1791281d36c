import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A test file that takes long, and the files and folders of the portal that it is of. */
export interface SlowTest {
  file: string;
  covers: string[];
}

/**
 * What a test file says of itself, in first lines such as
 * `// Covers: lib/offer/import/ lib/platform/database/client.ts`.
 * @returns paths of files and folders
 * @throws when it says nothing, or has another comment among these lines: paths that nobody reads
 */
export function coveredBy(source: string): string[] {
  const [head = ""] = /^(\/\/.*\n)*/.exec(source) ?? [];
  const lines = head.trimEnd().split("\n");
  const covers = lines.map((line) => /^\/\/ Covers: ([^:]+)$/.exec(line)?.[1]);
  if (covers.includes(undefined)) throw new Error(`It does not say what it covers: « ${head} »`);
  return covers.flatMap((paths = "") => paths.split(" "));
}

/**
 * The files of tests/slow and tests/faults with what each says of itself.
 * @throws when a file does not say it, or names a path that is not there
 */
export function slowTests(): SlowTest[] {
  return ["tests/slow", "tests/faults"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(test|spec)\.ts$/.test(name))
      .map((name) => {
        const file = `${folder}/${name}`;
        const covers = coveredBy(readFileSync(file, "utf8"));
        const gone = covers.filter((path) => !existsSync(path));
        if (gone.length > 0)
          throw new Error(`${file} covers what is not there: ${gone.join(", ")}`);
        return { file, covers };
      }),
  );
}

/** Those that changed themselves, or cover a file that did. */
export function concerned(tests: readonly SlowTest[], changed: readonly string[]): SlowTest[] {
  return tests.filter(({ file, covers }) =>
    changed.some(
      (path) =>
        path === file ||
        covers.some((covered) => path === covered || path.startsWith(folderOf(covered))),
    ),
  );
}

const folderOf = (path: string) => (path.endsWith("/") ? path : `${path}/`);

/**
 * The files that differ from where this work began: where it left the main branch, or the commit
 * before on the main branch itself. What is not committed counts too.
 * @returns null where git does not know: no repository, or a history that was cut off
 */
export function changedFiles(folder = "."): { since: string; files: string[] } | null {
  const git = (...args: string[]): string | null => {
    try {
      return execFileSync("git", args, {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      return null;
    }
  };
  const head = git("rev-parse", "HEAD");
  const isMain = git("rev-parse", "--abbrev-ref", "HEAD") === "main";
  const left = ["origin/HEAD", "origin/main", "main"]
    .map((branch) => git("merge-base", "HEAD", branch))
    .find((commit) => commit !== null);
  const since = left && left !== head && !isMain ? left : git("rev-parse", "HEAD~1");
  if (!since) return null;
  const lists = [
    git("diff", "--name-only", "--no-renames", since),
    git("ls-files", "--others", "--exclude-standard"),
  ];
  return { since, files: lists.flatMap((list) => (list ? list.split("\n") : [])) };
}
