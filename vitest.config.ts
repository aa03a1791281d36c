import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Outside Next there is no bundler to keep server code from the browser.
  "server-only": `${root}tests/support/server-only.ts`,
};

/**
 * Unit tests share their processes and the modules those have loaded, but for the ones that put
 * something else in the place of a module or of the environment.
 */
const unit = ["lib", "db", "components", "app", "tests/support"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `${folder}/${file}`),
);
const apart = unit.filter((file) =>
  /vi\.(mock|doMock|resetModules|stubEnv)|process\.env/.test(readFileSync(root + file, "utf8")),
);

const onPostgres = {
  globalSetup: "tests/support/database.ts",
  setupFiles: ["tests/support/integration-setup.ts"],
  testTimeout: 30_000,
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
          include: unit.filter((file) => !apart.includes(file)),
          isolate: false,
        },
      },
      { resolve: { alias }, test: { name: "unit-apart", include: apart } },
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
