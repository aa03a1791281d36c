import { defineConfig } from "@playwright/test";
import suite from "../../playwright.config";

/** Journeys of `npm run test:slow`: each starts portals of its own beside that of `npm test`. */
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
