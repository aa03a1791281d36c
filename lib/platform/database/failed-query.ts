import { DrizzleQueryError } from "drizzle-orm/errors";
import { PgPreparedQuery } from "drizzle-orm/pg-core/session";

interface Running {
  queryWithCache: (this: unknown, ...call: unknown[]) => Promise<unknown>;
}

const patched = Symbol.for("portail.failedQuery");

/**
 * Drizzle writes a statement's parameters into the error of one that failed, and Postgres quotes
 * values: people's names, telephones, whole documents, which whoever catches the error may print.
 * From here on no error of a statement holds them.
 */
export function keepValuesOutOfErrors(): void {
  const running = PgPreparedQuery.prototype as unknown as Running & { [patched]?: true };
  if (running[patched]) return;
  running[patched] = true;
  const inner = running.queryWithCache;
  running.queryWithCache = async function (...call) {
    try {
      return await inner.apply(this, call);
    } catch (error) {
      throw withoutValues(error);
    }
  };
}

/**
 * The error as far as it is about the statement: codes, names of tables and constraints, where in
 * our code.
 */
export function withoutValues(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) {
    const cause = withoutValues(error.cause) as Error;
    const message = `Failed query: ${error.query}`;
    return Object.assign(error, {
      message,
      params: [],
      cause,
      stack: `${error.name}: ${message}\n${framesOf(error)}`,
    });
  }
  return error instanceof Error && error.name === "PostgresError" ? refusalOf(error) : error;
}

const told = [
  "code",
  "severity",
  "schema_name",
  "table_name",
  "column_name",
  "constraint_name",
  "routine",
] as const;

/** A new one: the driver's own holds the parameters where they cannot be taken off. */
function refusalOf(error: Error): Error {
  const given = error as Error & Partial<Record<(typeof told)[number], string>>;
  // What data looks like is quoted after the colon by its class of errors, and by checks of our own
  // (P0001).
  const message = /^(22|P0)/.test(given.code ?? "")
    ? error.message.replace(/: .*/s, "").replace(/".*"/s, "…")
    : error.message;
  return Object.assign(new Error(message), {
    name: error.name,
    stack: `${error.name}: ${message}\n${framesOf(error)}`,
    ...Object.fromEntries(
      told.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
    ),
  });
}

function framesOf(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
}
