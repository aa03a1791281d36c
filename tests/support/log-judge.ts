/** What of a person, a link or a statement's values must stand in no line, by what to call it. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ["an address of somebody", /[\w.+-]+(?:@|%40)[\w-]+\.[a-z]{2,}/i],
  ["a telephone", /(?<!"reference":")(?:\+33|\b0)[ .]?[1-9](?:[ .-]?\d\d){4}\b/],
  ["the secret of a link", /[0-9a-f-]{36}\.[\w-]{20,}/i],
  ["parameters of a statement", /\bparams:|"parameters":|"params":\s*\[[^\]]/],
  ["what Postgres says of a row", /"detail":|Key \(|Failing row/],
  ["a password", /Prevention\d|passwordHash|argon2/],
  ["somebody of the tests", /canar[iy]|Claire|Mougin|Moreau|Weber|Infirmi|rue des Écoles/i],
];

/**
 * Reads what a server printed.
 * @returns the lines that should not be there, each with what is wrong with it
 */
export function badLines(printed: string): string[] {
  return printed.split("\n").flatMap((line) => {
    const found = forbidden.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);
    // Errors stand in lines of ours, refusals in one line without a stack.
    if (/^\s+at .+:\d+:\d+\)?$/.test(line)) found.push("a stack outside the log");
    if (line.includes("request refused") && line.includes('"stack"'))
      found.push("the stack of a refusal");
    return found.length > 0 ? [`${found.join(", ")}: ${line.slice(0, 500)}`] : [];
  });
}
