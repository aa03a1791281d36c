import type { Conflict, FormValues } from "./action-result";

/** Value of the button that saves over another state, before the name of that state. */
export const overwriting = "overwrite:";

/**
 * States that a sent form may write over: what its fields were made from, or the one its user was
 * shown and chose to replace.
 * @returns none for a form that does not say
 */
export function basesIn({ intent, base }: FormValues): string[] {
  if (typeof intent === "string" && intent.startsWith(overwriting))
    return [intent.slice(overwriting.length)];
  const [said] = [base ?? []].flat();
  return said === undefined ? [] : said.split(",").slice(0, 50);
}

/**
 * Names a state, so that a form can tell which one it was made from. Not a secret.
 * @param said all that the form shows of it; what JSON says alike has one name
 */
export function stateName(said: unknown): string {
  return hash(JSON.stringify(said));
}

/**
 * cyrb53, 53 bits: enough to tell two states of one form apart, and the same in a browser without
 * secure context.
 */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/**
 * Fields that a person would read as different, in the order of their labels.
 * @param mine what was typed, in words; empty for nothing
 * @param theirs what is stored, in the same words
 */
export function differencesOf<Name extends string>(
  labels: Readonly<Record<Name, string>>,
  mine: Readonly<Record<Name, string>>,
  theirs: Readonly<Record<Name, string>>,
): Conflict["differences"] {
  return (Object.keys(labels) as Name[])
    .map((name) => ({ label: labels[name], mine: mine[name], theirs: theirs[name] }))
    .filter((field) => field.mine !== field.theirs);
}
