import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
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
  const { status } = spawnSync(
    "npx",
    [
      "vitest",
      "run",
      "--project",
      "slow",
      "--project",
      "faults",
      ...chosen.map(({ file }) => file),
    ],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
}
