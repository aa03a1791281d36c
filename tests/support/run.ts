import { spawn } from "node:child_process";
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
 * `npm test`: everything a change has to pass, in the order that fails soonest. Style keeps one
 * core busy for as long as the build and the unit tests keep the other; what follows takes both.
 */
const style: Step = { name: "Style et architecture", command: ["npm", "run", "-s", "lint"] };
const beside: Step[] = [
  vitest("Tests unitaires", "unit", "unit-apart"),
  { name: "Types et construction", command: ["npm", "run", "-s", "build"] },
];
const then: Step[] = [
  vitest("Tests d’intégration", "integration"),
  {
    name: "Tests de bout en bout",
    command: ["npx", "playwright", "test"],
    report: { file: `${results}/e2e.json`, kind: "playwright" },
  },
];

const started = Date.now();
let passed = 0;
let failed = 0;
const times: { name: string; seconds: number }[] = [];
const files: FileTime[] = [];
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = "1";

const styled = run(style, "pipe");
for (const step of beside) await follow(step);
tell(style, await styled);
for (const step of then) await follow(step);
summarise();

async function follow(step: Step): Promise<void> {
  console.log(`\n── ${step.name} ──`);
  if (step.report?.kind === "playwright") process.env.CHROMIUM_PATH = ensureBrowser();
  tell(step, await run(step, "inherit"));
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
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status: status ?? 1, seconds: secondsSince(begun), output }),
    );
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
  console.log(`── ${step.name} : ${seconds} s`);
  if (status === 0) return;
  failed = Math.max(failed, 1);
  summarise();
  process.exit(status);
}

/** How long everything took, and the files that took longest. */
function summarise(): void {
  console.log(`\n── En tout : ${secondsSince(started)} s ──`);
  for (const { name, seconds } of times) console.log(`${String(seconds).padStart(5)} s  ${name}`);
  if (files.length > 0) console.log("\nLes fichiers les plus longs :");
  for (const { file, seconds } of slowest(files, 10))
    console.log(`${String(seconds).padStart(5)} s  ${file}`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

function secondsSince(then: number): number {
  return Math.round((Date.now() - then) / 1000);
}
