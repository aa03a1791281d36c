import { readFileSync } from "node:fs";
import { relative } from "node:path";

export type Kind = "vitest" | "playwright";

/** How long the tests of a file took, one after the other. */
export interface FileTime {
  file: string;
  seconds: number;
}

export interface Results {
  passed: number;
  failed: number;
  files: FileTime[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; startTime: number; endTime: number }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { file: string; tests: { results: { duration: number }[] }[] }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** @returns one failure when the run left no report behind */
export function readResults(file: string, kind: Kind): Results {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { passed: 0, failed: 1, files: [] };
  }
  if (kind === "vitest") {
    const report = JSON.parse(text) as VitestReport;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      files: report.testResults.map(({ name, startTime, endTime }) => ({
        file: relative(process.cwd(), name),
        seconds: Math.round((endTime - startTime) / 1000),
      })),
    };
  }
  const report = JSON.parse(text) as PlaywrightReport;
  const spent = new Map<string, number>();
  addTimes(report, spent);
  return {
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    files: [...spent].map(([name, ms]) => ({
      file: `tests/e2e/${name}`,
      seconds: Math.round(ms / 1000),
    })),
  };
}

function addTimes(suite: PlaywrightSuite, spent: Map<string, number>): void {
  for (const { file, tests } of suite.specs ?? []) {
    const ms = tests.flatMap(({ results }) => results.map(({ duration }) => duration));
    spent.set(
      file,
      ms.reduce((sum, one) => sum + one, spent.get(file) ?? 0),
    );
  }
  for (const inner of suite.suites ?? []) addTimes(inner, spent);
}

export function slowest(files: readonly FileTime[], count: number): FileTime[] {
  return [...files].sort((a, b) => b.seconds - a.seconds).slice(0, count);
}
