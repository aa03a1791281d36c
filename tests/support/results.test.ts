import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readResults, slowest } from "./results";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portail-results-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it("reads what Vitest counted, and how long each file took", () => {
  const file = written({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [{ name: resolve("lib/a.test.ts"), startTime: 1_000, endTime: 13_400 }],
  });
  expect(readResults(file, "vitest")).toEqual({
    passed: 5,
    failed: 1,
    files: [{ file: "lib/a.test.ts", seconds: 12 }],
  });
});

it("reads what Playwright counted, a second try included", () => {
  const spec = (...durations: number[]) => ({
    file: "a.spec.ts",
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const file = written({
    stats: { expected: 2, unexpected: 1, flaky: 1 },
    suites: [
      { specs: [spec(1_000)], suites: [{ specs: [spec(2_000, 500)], suites: [] }] },
      { specs: [{ file: "b.spec.ts", tests: [{ results: [{ duration: 9_000 }] }] }] },
    ],
  });
  const { passed, failed, files } = readResults(file, "playwright");
  expect([passed, failed]).toEqual([3, 1]);
  expect(slowest(files, 1)).toEqual([{ file: "tests/e2e/b.spec.ts", seconds: 9 }]);
  expect(slowest(files, 9)[1]).toEqual({ file: "tests/e2e/a.spec.ts", seconds: 4 });
});

it("counts a run that left no report as failed", () => {
  expect(readResults(join(folder, "none.json"), "vitest").failed).toBe(1);
});
