import { defineConfig } from "@playwright/test";
import suite from "../../playwright.config";

/**
 * `npm run walkthrough`: a first offer at a person's own speed; it waits more than it works, so it
 * is no part of `npm test`.
 */
export default defineConfig({
  ...suite,
  // The portal is started from the checkout, wherever this file stands.
  webServer: Object.assign({}, suite.webServer, { cwd: "../.." }),
  testDir: "../e2e",
  outputDir: "../../test-results/walkthrough",
  reporter: "list",
  workers: 1,
  projects: [
    { name: "moderator", testMatch: /.*\.setup\.ts/ },
    { name: "walkthrough", testDir: ".", testMatch: /.*\.spec\.ts/, dependencies: ["moderator"] },
  ],
});
