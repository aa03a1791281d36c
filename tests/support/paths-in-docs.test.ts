import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * What the pages for contributors, and comments, say of files and commands is so: who moves one
 * takes its words along.
 */
const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].concat(
  readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
);

/** Paths from the root in backticks; with a placeholder they name no one file. */
const path = /`((?:app|components|db|docs|drizzle|lib|public|tests|\.ci|\.github)\/[^`\s:]+)`/g;
const pattern = /[<>{}*…]|00NN/;
/** Links of Markdown to files beside the page. */
const link = /\]\((?!https?:|#)([^)#\s]+)/g;
const script = /npm run ([\w:]+)/g;

const said = (text: string, what: RegExp) =>
  [...text.matchAll(what)].map(([, found = ""]) => found);

/** The same in sources, but for those that test how paths are read. */
const source =
  /(?<![\w/@.-])((?:app|components|db|docs|lib|tests)\/[\w\-/.[\]()]+?\.(?:tsx?|md|mjs|json))\b/g;

it("what sources say of files is so", () => {
  const sources = ["app", "components", "db", "lib", "tests"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/^support\/.*\.test\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const gone = sources.flatMap((file) =>
    said(readFileSync(file, "utf8"), source)
      .filter((named) => !existsSync(named))
      .map((named) => `${file} names ${named}`),
  );
  expect(gone).toEqual([]);
});

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("names files and folders that are there", () => {
    const linked = said(text, link).map((file) => join(dirname(page), file));
    const files = [...said(text, path), ...linked].filter((file) => !pattern.test(file));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("names commands that are there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(said(text, script).filter((name) => !(name in scripts))).toEqual([]);
  });
});
