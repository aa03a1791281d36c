/**
 * Names of files that will lie in one folder: a name that comes again, in whatever case, gets a
 * number.
 * @param names safe already (lib/offer/documents/rules.ts)
 * @returns as many names, in the same order, no two alike
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let candidate = name;
    for (let count = 2; taken.has(folded(candidate)); count++)
      candidate = `${stem} (${count})${ending}`;
    taken.add(folded(candidate));
    return candidate;
  });
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
