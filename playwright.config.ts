import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser";

// Another port lets two checkouts be tested side by side.
const port = Number(process.env.E2E_PORT ?? 3210);
const browser = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  globalTeardown: "./tests/e2e/log-check.ts",
  timeout: 120_000,
  // Three journeys and a server share two cores: slow is not wrong here, speed has its own bench.
  expect: { timeout: 20_000 },
  // Journeys share one portal. Each waits in turn for its browser and for the server: it takes
  // three to keep two cores busy.
  workers: 3,
  fullyParallel: true,
  // A machine that is busy elsewhere is told from a fault by a second try; what needed one is
  // listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  outputDir: "test-results/e2e",
  use: {
    // What cannot be done by then never can: it fails with its own words, not with the end of the
    // journey.
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    baseURL: `http://localhost:${port}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // Recording costs every journey a third of its speed: only the second try of one that failed is
    // recorded.
    trace: "on-first-retry",
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "moderator", testMatch: /.*\.setup\.ts/ },
    { name: "journeys", testMatch: /.*\.spec\.ts/, dependencies: ["moderator"] },
  ],
  webServer: {
    command: "node --conditions=react-server --import tsx tests/support/serve.ts",
    url: `http://localhost:${port}/api/health`,
    env: { PORT: String(port), NEXT_TELEMETRY_DISABLED: "1" },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
