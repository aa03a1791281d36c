import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "../support/serve-next";
import { reasonFor } from "./exceptions";
import { filesOf, type Finding, judges } from "./judges";
import { type Answers, readPortal } from "./portal";

/**
 * `npm run check:standards`: what the built portal answers, judged by programs nobody here wrote.
 * Fails with the first that is missing, and with each finding that exceptions.ts gives no reason
 * for.
 */
const missing = judges
  .flatMap(({ needs }) => needs ?? [])
  .filter(({ command }) => spawnSync(command, ["--version"]).error);
if (missing.length > 0) {
  const named = [...new Set(missing.map((each) => `${each.command} (Debian : ${each.package})`))];
  console.error(`Ces contrôles demandent ${named.join(", ")}, qu’on ne trouve pas ici.`);
  process.exit(1);
}
if (!existsSync(".next/BUILD_ID")) {
  console.error("Ces contrôles demandent une construction : « npm run build ».");
  process.exit(1);
}
await run("npm", ["ci", "--prefix", "tests/standards", "--ignore-scripts", "--no-audit"]);

const answers = await readPortal();
const toMend: Finding[] = [];
for (const judge of judges) {
  const files = filesOf(judge);
  if (files.length === 0) throw new Error(`${judge.name}: nothing to read.`);
  const findings = (await judge.judge(files)).map((each) => ({ judge: judge.name, ...each }));
  const unexplained = findings.filter((finding) => reasonFor(finding) === null);
  toMend.push(...unexplained);
  console.log(
    `${judge.name} : ${files.length} fichiers, ${unexplained.length} à corriger, ` +
      `${findings.length - unexplained.length} gardés avec leur raison`,
  );
}
tell(toMend, answers);
process.exit(toMend.length === 0 ? 0 : 1);

/** The same words are told once, with where they were met first and how often. */
function tell(findings: readonly Finding[], { addresses, unread }: Answers): void {
  if (unread.length > 0) console.log(`Sans page dans la démonstration : ${unread.join(", ")}`);
  const met = new Map<string, Finding[]>();
  for (const finding of findings) {
    const words = `${finding.judge} : ${finding.says}`;
    met.set(words, [...(met.get(words) ?? []), finding]);
  }
  for (const [words, [first, ...more]] of met) {
    const { file = "", near = "" } = first ?? {};
    console.error(`\n${words}\n  ${1 + more.length} × ${addresses.get(file) ?? file} ${near}`);
  }
}
