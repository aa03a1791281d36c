import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser";

const results = "test-results";

/** `npm test`: everything a change has to pass, in the order that fails soonest. */
const steps: { name: string; command: string[]; counts?: "vitest" | "playwright" }[] = [
  { name: "Style et architecture", command: ["npm", "run", "-s", "lint"] },
  { name: "Types", command: ["npm", "run", "-s", "types"] },
  { name: "Tests unitaires", command: ["npx", "vitest", "run", "--project", "unit", "--reporter=default", "--reporter=json", `--outputFile=${results}/unit.json`], counts: "vitest" },
  { name: "Tests d'intégration", command: ["npx", "vitest", "run", "--project", "integration", "--reporter=default", "--reporter=json", `--outputFile=${results}/integration.json`], counts: "vitest" },
  { name: "Construction", command: ["npm", "run", "-s", "build"] },
  { name: "Tests de bout en bout", command: ["npx", "playwright", "test"], counts: "playwright" },
];

let passed = 0;
let failed = 0;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = "1";

for (const step of steps) {
  console.log(`\n── ${step.name} ──`);
  const started = Date.now();
  if (step.counts === "playwright") process.env.CHROMIUM_PATH = ensureBrowser();
  const [program = "", ...args] = step.command;
  const { status } = spawnSync(program, args, { stdio: "inherit", env: process.env });
  if (step.counts) count(step.counts, step.name);
  console.log(`── ${step.name} : ${Math.round((Date.now() - started) / 1000)} s`);
  if (status !== 0) {
    console.log(`\n${passed} passed, ${Math.max(failed, 1)} failed`);
    process.exit(status ?? 1);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);

function count(kind: "vitest" | "playwright", name: string): void {
  const file = kind === "playwright" ? "e2e" : name.includes("unitaires") ? "unit" : "integration";
  try {
    const report = JSON.parse(readFileSync(`${results}/${file}.json`, "utf8")) as {
      numPassedTests?: number;
      numFailedTests?: number;
      stats?: { expected: number; unexpected: number; flaky: number };
    };
    passed += report.numPassedTests ?? (report.stats ? report.stats.expected + report.stats.flaky : 0);
    failed += report.numFailedTests ?? report.stats?.unexpected ?? 0;
  } catch {
    failed += 1;
  }
}
