import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser";

const results = "test-results";

interface Step {
  name: string;
  command: string[];
  counts?: "vitest" | "playwright";
}

/**
 * `npm test`: everything a change has to pass, in the order that fails soonest. Style takes one
 * core, what is quick the other.
 */
const style: Step = { name: "Style et architecture", command: ["npm", "run", "-s", "lint"] };
const quick: Step[] = [
  { name: "Types", command: ["npm", "run", "-s", "types"] },
  {
    name: "Tests unitaires",
    command: [
      "npx",
      "vitest",
      "run",
      "--project",
      "unit",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${results}/unit.json`,
    ],
    counts: "vitest",
  },
];
const slow: Step[] = [
  {
    name: "Tests d'intégration",
    command: [
      "npx",
      "vitest",
      "run",
      "--project",
      "integration",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${results}/integration.json`,
    ],
    counts: "vitest",
  },
  { name: "Construction", command: ["npm", "run", "-s", "build"] },
  { name: "Tests de bout en bout", command: ["npx", "playwright", "test"], counts: "playwright" },
];

let passed = 0;
let failed = 0;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = "1";

const styled = run(style, "pipe");
for (const step of quick) await follow(step);
tell(style, await styled);
for (const step of slow) await follow(step);
console.log(`\n${passed} passed, ${failed} failed`);

async function follow(step: Step): Promise<void> {
  console.log(`\n── ${step.name} ──`);
  if (step.counts === "playwright") process.env.CHROMIUM_PATH = ensureBrowser();
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
  const started = Date.now();
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
      resolve({ status: status ?? 1, seconds: Math.round((Date.now() - started) / 1000), output }),
    );
  });
}

/** Says what a step came to; ends everything with the first that failed. */
function tell(step: Step, { status, seconds, output }: Outcome): void {
  if (output) console.log(`\n── ${step.name} ──\n${output.trimEnd()}`);
  if (step.counts) count(step.counts, step.name);
  console.log(`── ${step.name} : ${seconds} s`);
  if (status === 0) return;
  console.log(`\n${passed} passed, ${Math.max(failed, 1)} failed`);
  process.exit(status);
}

function count(kind: "vitest" | "playwright", name: string): void {
  const file = kind === "playwright" ? "e2e" : name.includes("unitaires") ? "unit" : "integration";
  try {
    const report = JSON.parse(readFileSync(`${results}/${file}.json`, "utf8")) as {
      numPassedTests?: number;
      numFailedTests?: number;
      stats?: { expected: number; unexpected: number; flaky: number };
    };
    passed +=
      report.numPassedTests ?? (report.stats ? report.stats.expected + report.stats.flaky : 0);
    failed += report.numFailedTests ?? report.stats?.unexpected ?? 0;
  } catch {
    failed += 1;
  }
}
