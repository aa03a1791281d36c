import { defineConfig } from "@playwright/test";
import suite from "../../playwright.config";

const port = Number(process.env.E2E_PORT ?? 3220);

/**
 * `npm run test:components`: the page of the kit, photographed under `npm run dev`, the only server
 * that has it. The photographs are for people to look at (test-results/components): none is kept to
 * compare with, since letters are drawn otherwise on every machine.
 */
export default defineConfig({
  ...suite,
  testDir: ".",
  globalTeardown: [],
  outputDir: "../../test-results/components-failed",
  reporter: "list",
  workers: 1,
  timeout: 600_000,
  use: { ...suite.use, baseURL: `http://localhost:${port}` },
  projects: [{ name: "components" }],
  webServer: {
    ...[suite.webServer].flat()[0],
    command: "node --conditions=react-server --import tsx tests/components/serve.ts",
    cwd: "../..",
    // Asking for it has it compiled.
    url: `http://localhost:${port}/composants`,
    env: { PORT: String(port) },
    timeout: 300_000,
  },
});
