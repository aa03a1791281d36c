import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ensureBrowser } from "./browser";
import { changedFiles, concerned, slowTests } from "./slow-tests";

/**
 * `npm run test:slow`: what takes minutes, on the build that is there; always before a release.
 * `-- --changed` runs those whose subject changed, as .ci/run does.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { changed: { type: "boolean", default: false } },
});

const all = slowTests().filter(
  ({ file }) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
);
const known = values.changed ? changedFiles() : null;
const chosen = known ? concerned(all, known.files) : all;

if (values.changed && !known) {
  console.log("\nTests longs : aucun, car l’historique git manque ici pour dire ce qui a changé.");
} else if (chosen.length === 0) {
  console.log(`\nTests longs : aucun n’est concerné${known ? ` depuis ${known.since}` : ""}.`);
} else {
  console.log(`\n── Tests longs : ${chosen.map(({ file }) => file).join(", ")} ──`);
  const files = chosen.map(({ file }) => file);
  const journeys = files.filter((file) => file.endsWith(".spec.ts"));
  const others = files.filter((file) => !journeys.includes(file));
  const statuses = [
    run(["vitest", "run", "--project", "slow", "--project", "faults"], others),
    run(["playwright", "test", "-c", "tests/slow"], journeys),
  ];
  process.exitCode = statuses.find((status) => status !== 0) ?? 0;
}

/** Those of one kind, if there are any. @returns the exit status */
function run(command: readonly string[], files: readonly string[]): number {
  if (files.length === 0) return 0;
  if (command[0] === "playwright") process.env.CHROMIUM_PATH = ensureBrowser();
  return spawnSync("npx", [...command, ...files], { stdio: "inherit" }).status ?? 1;
}
