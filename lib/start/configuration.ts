import nextEnv from "@next/env";
import { provideActionKey } from "@/lib/platform/environment/action-key";
import { type Environment, filledVariables, readEnvironment } from "@/lib/platform/environment/env";
import { lastingSecret } from "@/lib/platform/environment/lasting-secret";

/** Stands for the address of the embedded database until that has one. */
const notYet = "postgres://embedded";

export function readEnvFiles(dev = false): void {
  nextEnv.loadEnvConfig(process.cwd(), dev, { info: () => undefined, error: console.error });
}

/**
 * Completes the environment of a command, before anything is built or started: `.env` files as Next
 * reads them, the lasting secret of a portal without a database of its own, the key of its actions.
 * @throws EnvironmentError with everything that is wrong
 */
export function configure({ dev = false } = {}): Environment {
  readEnvFiles(dev);
  const filled = filledVariables(process.env);
  for (const name of Object.keys(process.env))
    if (!(name in filled)) Reflect.deleteProperty(process.env, name);
  // In production neither is made here, and both are asked for.
  const isEmbedded = !process.env.DATABASE_URL && process.env.PORTAL_MODE !== "production";
  if (isEmbedded) {
    process.env.PORTAL_MODE ??= "local";
    process.env.AUTH_SECRET ??= lastingSecret();
  }
  const environment = readEnvironment({
    ...(isEmbedded ? { DATABASE_URL: notYet } : {}),
    ...process.env,
  });
  provideActionKey();
  return environment;
}
