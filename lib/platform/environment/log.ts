import pino from "pino";
import { isUuid } from "@/lib/platform/values/id";
import { lazy } from "@/lib/platform/values/lazy";
import { env } from "./env";
import { isUnreadForm, type RequestState, requestState } from "./request-state";

/**
 * One JSON line per event on standard output. What could open a door is struck out wherever it
 * appears by these names; an address, a telephone or the secret of a link, whatever line it would
 * stand in.
 */
export const log: pino.Logger = lazy(() =>
  pino({
    level: env.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie", "*.passwordHash"],
      censor: "•••",
    },
    serializers: { err: faultOf, path: toldPath },
    hooks: { streamWrite: withoutPersons },
  }),
);

const personal = [
  // The secret of a single-use or signed link follows what it is about.
  /[0-9a-f-]{36}\.[\w-]{20,}/gi,
  /[^\s"'<>()[\]\\:,;/=]+(?:@|%40)[^\s"'<>()[\]\\:,;/]+\.[a-z]{2,}/gi,
  // The reference of a fault is as many digits.
  /(?<!"reference":")(?:\+33 ?|\b0)[1-9](?:[ .-]?\d\d){4}\b/g,
];

/** A text without what tells of a person: the last gate, for what no other saw coming. */
export function withoutPersons(text: string): string {
  return personal.reduce((told, pattern) => told.replaceAll(pattern, "•••"), text);
}

const ownSegment = /^(?:[a-z_][\da-z_-]{0,40}(?:\.[a-z]{2,5})?|[\d-]{1,12})?$/;

/** A path without what no address of ours is made of: anything may have been typed there. */
export function toldPath(path: unknown): unknown {
  if (typeof path !== "string") return path;
  return path
    .split("/")
    .map((segment) => (ownSegment.test(segment) || isUuid(segment) ? segment : "•••"))
    .join("/");
}

/** What may be told of an error: never its own fields, which hold whatever its maker put there. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === "string" ? { code } : {}),
    ...(isRefusal(error) ? {} : { stack: framesOf(error) }),
    ...(error.cause ? { cause: faultOf(error.cause) } : {}),
  };
}

/**
 * Errors of parsers quote what they could not read, those of the database the statement
 * (lib/platform/database/failed-query.ts).
 */
function messageOf({ name, message }: Error): string {
  if (message.startsWith("Failed query")) return "Failed query";
  if (name === "SyntaxError" || name === "ZodError") return name;
  return message.slice(0, 500);
}

function framesOf({ stack }: Error): string | undefined {
  const frames = stack?.split("\n").filter((line) => line.trim().startsWith("at "));
  return frames?.slice(0, 12).join("\n");
}

/** What the framework throws at requests that it does not take: they were made by nobody's page. */
const refusals = [
  /^Invalid Server Actions request/,
  /^Failed to find Server Action/,
  /^Server Action arguments/,
  /^Body exceeded/,
  /^(Unexpected end of form|Multipart: Boundary not found|Malformed part header|Malformed content type)/,
  /^(Unsupported content type|Failed to parse body as FormData|Invalid URL)/,
  /^(aborted|Connection closed\.|The operation was aborted|ResponseAborted)/,
];

/**
 * Whether an error is a refusal of what was asked, not a fault of ours: it takes one line, without
 * a stack.
 */
export function isRefusal(error: unknown): boolean {
  if (isUnreadForm()) return true;
  if (!(error instanceof Error)) return false;
  const { statusCode } = error as Error & { statusCode?: unknown };
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) return true;
  return refusals.some((refusal) => refusal.test(error.message));
}

/** Logs a refusal in one line, once for a request whoever refuses it first. */
export function logRefusal(
  about: Record<string, unknown>,
  state: RequestState | undefined = requestState.getStore(),
): void {
  if (state?.isRefusalLogged) return;
  if (state) state.isRefusalLogged = true;
  log.warn(about, "request refused");
}
