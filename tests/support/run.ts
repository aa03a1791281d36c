import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser";
import { type FileTime, type Kind, readResults, slowest } from "./results";

const results = "test-results";

interface Step {
  name: string;
  command: string[];
  /** Where it writes what it counted, and how. */
  report?: { file: string; kind: Kind };
}

function vitest(name: string, ...projects: string[]): Step {
  const file = `${results}/${projects[0]}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
  return {
    name,
    command: [
      "npx",
      "vitest",
      "run",
      ...projects.flatMap((one) => ["--project", one]),
      ...reporters,
    ],
    report: { file, kind: "vitest" },
  };
}

/**
 * `npm test`: everything a change has to pass. Two rows of steps, a core each; then the journeys,
 * which keep two cores busy alone. Beside the integration tests they starved the database of both.
 */
const aside: Step[] = [
  { name: "Types, style et architecture", command: ["npm", "run", "-s", "lint"] },
  vitest("Tests d’intégration", "integration"),
];
const ahead: Step[] = [
  vitest("Tests unitaires", "unit", "unit-apart"),
  { name: "Construction", command: ["npm", "run", "-s", "build"] },
];
const journeys: Step = {
  name: "Tests de bout en bout",
  command: ["npx", "playwright", "test"],
  report: { file: `${results}/e2e.json`, kind: "playwright" },
};

const started = Date.now();
let passed = 0;
let failed = 0;
const times: { name: string; seconds: number }[] = [];
const files: FileTime[] = [];
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = "1";

const children = new Set<ChildProcess>();
// With all that they started: a journey's portal would go on, in the way of the next run.
process.on("exit", () => children.forEach(({ pid }) => pid && process.kill(-pid, "SIGTERM")));
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.on(signal, () => process.exit(code));

await Promise.all([inTurn(aside, "pipe"), inTurn(ahead, "inherit")]);
process.env.CHROMIUM_PATH = ensureBrowser();
await inTurn([journeys], "inherit");
summarise();

/** What goes on beside something else is told when it is over. */
async function inTurn(steps: readonly Step[], stdio: "inherit" | "pipe"): Promise<void> {
  for (const step of steps) {
    if (stdio === "inherit") console.log(`\n── ${step.name} ──`);
    tell(step, await run(step, stdio));
  }
}

interface Outcome {
  status: number;
  seconds: number;
  output: string;
}

function run(
  { command: [program = "", ...args] }: Step,
  stdio: "inherit" | "pipe",
): Promise<Outcome> {
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: stdio === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"],
      env: process.env,
      // A group of its own, to be ended as one.
      detached: true,
    });
    children.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (status) => {
      children.delete(child);
      resolve({ status: status ?? 1, seconds: secondsSince(begun), output });
    });
  });
}

/** Says what a step came to; ends everything with the first that failed. */
function tell(step: Step, { status, seconds, output }: Outcome): void {
  if (output) console.log(`\n── ${step.name} ──\n${output.trimEnd()}`);
  if (step.report) {
    const read = readResults(step.report.file, step.report.kind);
    passed += read.passed;
    failed += read.failed;
    files.push(...read.files);
  }
  times.push({ name: step.name, seconds });
  console.log(`── ${step.name} : ${seconds} s`);
  if (status === 0) return;
  failed = Math.max(failed, 1);
  summarise();
  process.exit(status);
}

/** How long everything took, and the files that took longest. */
function summarise(): void {
  console.log(`\n── En tout : ${secondsSince(started)} s ──`);
  for (const { name, seconds } of times) console.log(`${String(seconds).padStart(5)} s  ${name}`);
  if (files.length > 0) console.log("\nLes fichiers les plus longs :");
  for (const { file, seconds } of slowest(files, 10))
    console.log(`${String(seconds).padStart(5)} s  ${file}`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

function secondsSince(then: number): number {
  return Math.round((Date.now() - then) / 1000);
}
