/** Longest stem of a name that every system still saves. */
const stemLimit = 80;

/**
 * A name for a file made of an offer: its reference first, so that a folder of them sorts, then its
 * title in plain letters.
 */
export function offerFileName(
  reference: string,
  title: string,
  ending: "pdf" | "zip" | "ics",
): string {
  const plain = title
    .replaceAll(/[œŒ]/g, "oe")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, stemLimit)
    .replaceAll(/^-|-$/g, "");
  return `${["offre", reference, plain].filter(Boolean).join("-")}.${ending}`;
}

/**
 * Names of files that will lie in one folder: a name that comes again, in whatever case, gets a
 * number.
 * @param names safe already (lib/document/rules.ts)
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
