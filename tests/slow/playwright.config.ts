import { defineConfig } from "@playwright/test";
import suite from "../../playwright.config";

/**
 * Journeys of `npm run test:slow`: those of one subject, and those that start portals of their own.
 */
export default defineConfig({
  ...suite,
  webServer: Object.assign({}, suite.webServer, { cwd: "../.." }),
  globalTeardown: "../e2e/log-check.ts",
  outputDir: "../../test-results/slow",
  reporter: "list",
  testDir: ".",
  projects: [
    { name: "moderator", testDir: "../e2e", testMatch: /.*\.setup\.ts/ },
    { name: "slow", testMatch: /.*\.spec\.ts/, dependencies: ["moderator"] },
  ],
});
