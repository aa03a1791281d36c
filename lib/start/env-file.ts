/**
 * Variables that were read otherwise than an `.env` file has them: `#` begins a comment there, and
 * `$` the name of another variable, in quotes too.
 * @param contents of the files as Next reads them: what comes first counts
 * @param read what the variables are now
 */
export function misread(
  contents: readonly string[],
  read: Readonly<Record<string, string | undefined>>,
): string[] {
  const typed = new Map(contents.toReversed().flatMap(typedIn));
  return [...typed].flatMap(([name, value]) =>
    value === "" || value === read[name] || refersToKnown(value, read) ? [] : [name],
  );
}

/** Names and values, without quotes and comments. */
function typedIn(contents: string): [string, string][] {
  return [...contents.matchAll(/^\s*(?:export\s+)?(\w+)[^\S\n]*=(.*)$/gm)].map(
    ([, name = "", text = ""]) => {
      const quoted = /^\s*(['"`])(.*)\1\s*(?:#.*)?$/.exec(text)?.[2];
      // What nobody takes for a value: a comment between spaces.
      const value = quoted ?? text.replace(/(?:^|\s)#(?:\s.*)?$/, "").trim();
      return [name, value.replaceAll(String.raw`\$`, "$")];
    },
  );
}

function refersToKnown(
  value: string,
  known: Readonly<Record<string, string | undefined>>,
): boolean {
  const names = [...value.matchAll(/\$\{?(\w+)/g)].map(([, name = ""]) => name);
  return names.length > 0 && names.every((name) => known[name] !== undefined);
}
