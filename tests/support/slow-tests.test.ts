import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles, concerned, coveredBy, slowTests } from "./slow-tests";

describe("the slow tests", () => {
  it("each name what they cover, and it is there", () => {
    const files = slowTests().map(({ file }) => file);
    expect(files.length).toBeGreaterThan(20);
    expect(files).toContain("tests/slow/start.spec.ts");
  });

  it("say it in each of their first lines", () => {
    expect(coveredBy("// Covers: lib/a db/b.ts\n// Covers: app/c/\nimport x;\n")).toEqual([
      "lib/a",
      "db/b.ts",
      "app/c/",
    ]);
    for (const source of [
      "import x;\n// Covers: lib/a\n",
      "// Covers: lib/a\n// db/b.ts\nimport x;\n",
      "// Covers: lib/a\n// db/b.ts Covers: app/c/\nimport x;\n",
      "// Covers: lib/a Covers: app/c/\nimport x;\n",
    ])
      expect(() => coveredBy(source), source).toThrow("does not say");
  });

  it("are run for what they cover, and for themselves", () => {
    const tests = [
      { file: "tests/slow/a.test.ts", covers: ["lib/a", "lib/platform/database/once.ts"] },
      { file: "tests/slow/b.test.ts", covers: ["drizzle/"] },
    ];
    const names = (...changed: string[]) => concerned(tests, changed).map(({ file }) => file);
    expect(names("lib/a/rules.ts")).toEqual(["tests/slow/a.test.ts"]);
    expect(names("lib/ab/rules.ts", "README.md")).toEqual([]);
    expect(names("lib/platform/database/once.ts", "drizzle/0000_start.sql")).toHaveLength(2);
    expect(names("tests/slow/b.test.ts")).toEqual(["tests/slow/b.test.ts"]);
    expect(names()).toEqual([]);
  });
});

describe("what changed", () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@exemple.fr", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const commit = (name: string) => {
    writeFileSync(join(folder, name), name);
    git("add", name);
    git("commit", "-q", "-m", name);
    return git("rev-parse", "HEAD");
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "portail-changed-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is not known without a history", () => {
    expect(changedFiles(folder)).toBeNull();
    git("init", "-q", "-b", "main");
    commit("first");
    expect(changedFiles(folder)).toBeNull();
  });

  it("is what the last commit changed on the main branch, and what is not committed", () => {
    git("init", "-q", "-b", "main");
    const first = commit("first");
    commit("second");
    writeFileSync(join(folder, "first"), "changed");
    writeFileSync(join(folder, "new"), "new");
    const changed = changedFiles(folder);
    expect(changed?.since).toBe(first);
    expect(changed?.files.sort()).toEqual(["first", "new", "second"]);
  });

  it("is everything since the main branch was left on another", () => {
    git("init", "-q", "-b", "main");
    const left = commit("first");
    git("checkout", "-q", "-b", "work");
    commit("second");
    commit("third");
    expect(changedFiles(folder)).toEqual({ since: left, files: ["second", "third"] });
  });
});
