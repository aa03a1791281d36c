import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import portal from "../../playwright.config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * `npm run guide:screenshots`: the pictures of /aide, made by a journey. Apart from the tests,
 * which write nothing into the checkout.
 */
export default defineConfig({
  ...portal,
  globalTeardown: "./log-check.ts",
  testDir: ".",
  retries: 0,
  reporter: "list",
  outputDir: `${root}test-results/guide`,
  projects: [
    { name: "moderator", testMatch: /moderator\.setup\.ts/ },
    { name: "guide", testMatch: /guide\.shots\.ts/, dependencies: ["moderator"] },
  ],
  webServer: { ...[portal.webServer].flat()[0], cwd: root } as NonNullable<typeof portal.webServer>,
});
