/** Deeper than the state of any form of ours. */
const depth = 12;

/**
 * Whether the arguments of a server action are such as our pages send: a list of plain values, the form, and dates.
 * The framework's format has much more (functions, streams, promises, maps, references between them), and fails on what
 * does not fit together.
 * @param text the first row of React's reply, JSON
 */
export function holdsArguments(text: string): boolean {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && isPlain(list, list, depth);
  } catch {
    return false;
  }
}

function isPlain(value: unknown, root: unknown, left: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || isKnown(value, root);
  if (typeof value !== "object" || value === null) return true;
  return left > 0 && Object.values(value).every((inner) => isPlain(inner, root, left - 1));
}

/** `$$` a text that begins so · `$K` a form · `$T` what only the browser knows · `$D` a date · `$0:…` what stands there. */
function isKnown(text: string, root: unknown): boolean {
  if (/^\$(\$|undefined$|K[0-9a-f]{1,4}$|T[\w:]*$|D)/.test(text)) return true;
  const path = /^\$0((?::[^:]+)+)$/.exec(text)?.[1]?.slice(1).split(":");
  const found = path?.reduce<unknown>((at, name) => (typeof at === "object" && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : null), root);
  return typeof found === "object" && found !== null;
}
