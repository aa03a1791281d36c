import pino from "pino";
import { env } from "./env";
import { lazy } from "./lazy";

/** One JSON line per event on standard output. What could open a door is struck out wherever it appears by these names. */
export const log: pino.Logger = lazy(() =>
  pino({
  level: env.logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie", "*.passwordHash", "err.query", "err.params"], censor: "•••" },
  serializers: { err: faultOf },
  }),
);

/** Drizzle puts statement and parameters into an error's message; parameters are people's data and stay out of the log. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const fromQuery = error.message.startsWith("Failed query");
  const { code } = error as Error & { code?: string };
  return {
    type: error.name,
    message: fromQuery ? "Failed query" : error.message,
    ...(code ? { code } : {}),
    stack: error.stack?.split("\n").filter((line) => line.trim().startsWith("at ")).slice(0, 12).join("\n"),
    ...(error.cause ? { cause: faultOf(error.cause) } : {}),
  };
}
