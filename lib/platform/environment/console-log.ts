import { isRefusal, log, logRefusal } from "./log";

// An error that was logged with its request is not told again by whoever else catches it.
const logged = new WeakSet<object>();

/** Logs the error of a request, once whoever meets it. */
export function logRequestError(error: unknown, about: Record<string, unknown>): void {
  if (typeof error === "object" && error !== null) logged.add(error);
  if (isRefusal(error)) logRefusal({ ...about, err: error });
  else log.error({ ...about, err: error }, "request failed");
}

/**
 * Sends what the framework and libraries print to our log, through the same gate: their own lines
 * show errors with all their fields and stacks.
 */
export function logConsole(): void {
  console.error = (...printed: unknown[]) => print("error", printed);
  console.warn = (...printed: unknown[]) => print("warn", printed);
}

function print(level: "error" | "warn", printed: unknown[]): void {
  const err = printed.find((value): value is Error => value instanceof Error);
  const said = printed
    .filter((value) => typeof value === "string")
    .join(" ")
    .trim();
  const words = said
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("at "))
    .join(" ")
    .slice(0, 500);
  const tell = () => {
    if (err && logged.has(err)) return;
    if (err) logged.add(err);
    if (err && isRefusal(err)) logRefusal({ err });
    else log[level]({ err }, words || "printed");
  };
  // The framework's own line of an error comes just before the request it belongs to is told of.
  if (err && said === frameworkMark) setTimeout(tell, 100);
  else tell();
}

const frameworkMark = "⨯";
