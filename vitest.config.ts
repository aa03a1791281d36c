import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Outside Next there is no bundler to keep server code from the browser.
  "server-only": `${root}tests/support/server-only.ts`,
};

const folders = ["lib", "db", "components", "app", "tests/support"];
/**
 * Unit tests share their processes and the modules those have loaded, but for the ones that put
 * something else in the place of a module or of the environment.
 */
const apart = folders
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map(
      (file) => `${folder}/${file.replaceAll("\\", "/")}`,
    ),
  )
  .filter(
    (file) =>
      file.endsWith(".test.ts") &&
      /vi\.(mock|doMock|resetModules|stubEnv)|process\.env/.test(readFileSync(root + file, "utf8")),
  );

/** Slow is not wrong here: builds and journeys share the machine. */
const patient = { testTimeout: 30_000 };

const onPostgres = {
  testTimeout: 120_000,
  // As for journeys (playwright.config.ts). A database that was starved for seconds is believed
  // away until it answers again (lib/platform/database/pulse.ts).
  retry: process.env.CI ? { count: 1, delay: 5_000 } : 0,
  globalSetup: "tests/support/database.ts",
  setupFiles: ["tests/support/integration-setup.ts"],
  hookTimeout: 60_000,
  // Every file works on a database of its own, copied from one migrated template.
  maxWorkers: 2,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [`{${folders.join(",")}}/**/*.test.ts`],
          exclude: [...configDefaults.exclude, ...apart],
          isolate: false,
          ...patient,
        },
      },
      { resolve: { alias }, test: { name: "unit-apart", include: apart, ...patient } },
      {
        resolve: { alias },
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], ...onPostgres },
      },
      {
        resolve: { alias },
        // The same for what takes long (tests/support/slow.ts says when they are run).
        test: { name: "slow", include: ["tests/slow/**/*.test.ts"], ...onPostgres },
      },
      {
        resolve: { alias },
        // Of the production build, which is there: what takes minutes, or asks for a machine of its
        // own.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          maxWorkers: 1,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
