// Covers: components/ui/ app/composants/ app/globals.css tailwind.config.ts tests/components/
import { expect, it, onTestFinished } from "vitest";
import { launch } from "../support/start";

it("every component of the kit is whole in each of its states (npm run test:components)", async () => {
  const { child, ended, said } = launch("npm", ["run", "test:components"], { NODE_ENV: "test" });
  onTestFinished(() => void child.kill("SIGTERM"));
  const { code } = await ended;
  expect(code, said()).toBe(0);
}, 900_000);
