import nextEnv from "@next/env";
import { provideActionKey } from "@/lib/platform/environment/action-key";
import {
  type Environment,
  EnvironmentError,
  filledVariables,
  readEnvironment,
  variableNames,
} from "@/lib/platform/environment/env";
import { lastingSecret } from "@/lib/platform/environment/lasting-secret";
import { misread } from "./env-file";

/** Stands for the address of the embedded database until that has one. */
const notYet = "postgres://embedded";

/** @returns sentences about what the files give and was read otherwise */
export function readEnvFiles(dev = false): string[] {
  const given = { ...process.env };
  const quiet = { info: () => undefined, error: console.error };
  const { loadedEnvFiles } = nextEnv.loadEnvConfig(process.cwd(), dev, quiet);
  // A `$` in them was read as one of a file's, where a file names them too.
  Object.assign(process.env, given);
  const contents = loadedEnvFiles.map((file) => file.contents);
  return misread(contents, process.env)
    .filter((name) => variableNames.includes(name) && !(name in given))
    .map(
      (name) =>
        `${name} : le fichier .env n’en donne qu’une partie, car # y commence un commentaire et ` +
        `$ le nom d’une variable. Écrivez ${name}='…', avec \\$ pour chaque $.`,
    );
}

/**
 * Completes the environment of a command, before anything is built or started: `.env` files as Next
 * reads them, the lasting secret of a portal without a database of its own, the key of its actions.
 * @throws EnvironmentError with everything that is wrong
 */
export function configure({ dev = false } = {}): Environment {
  const problems = readEnvFiles(dev);
  if (problems.length > 0) throw new EnvironmentError(problems);
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
