import { actionKeyFrom, fingerprintOf } from "./action-key";
import { type Environment, OperatorError, readEnvironment } from "./env";

/**
 * The exit code of a server that its operator has to put right: starting it again changes nothing.
 */
export const needsOperator = 78;

/**
 * The environment of a server that starts, whoever starts it. One that cannot be right ends the
 * process, with sentences in French and no stack.
 * @param builtWith what {@link fingerprintOf} gave for the key the build was made with
 */
export function checkStart(builtWith: string | undefined): Environment {
  try {
    const environment = readEnvironment(process.env);
    const problem = keyProblem(environment.secret, builtWith);
    if (problem && environment.mode === "production") throw new OperatorError(problem);
    if (problem) console.warn(problem);
    return environment;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    console.error(error.message);
    process.exit(needsOperator);
  }
}

/** A build made with another key breaks the forms that are open, now and at each deployment. */
function keyProblem(secret: string, builtWith: string | undefined): string | null {
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionKeyFrom(secret);
  if (!builtWith || builtWith === fingerprintOf(key)) return null;
  return (
    "AUTH_SECRET : ce n’est pas le secret avec lequel le portail a été construit. " +
    "Construisez-le avec le même " +
    "(AUTH_SECRET=… npm run build) : sans quoi chaque mise en ligne casse les formulaires ouverts."
  );
}
