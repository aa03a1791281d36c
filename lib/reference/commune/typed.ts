/** What somebody typed to name a commune; a part that was not typed is empty. */
export interface TypedCommune {
  name: string;
  postcode: string;
  /** Code of a department, in capitals. */
  department: string;
}

/**
 * Reads «Nancy», «Nancy (54)», «nancy 54», «54000», «88000 Épinal». Names of communes hold no
 * figures.
 */
export function typedCommune(typed: string): TypedCommune {
  const [postcode = ""] = /\b\d{5}\b/.exec(typed) ?? [];
  const rest = typed.replace(postcode, " ").trim();
  const [whole = "", department = ""] = /\s*\(?\b(\d{2,3}|2[ab])\b\)?$/i.exec(rest) ?? [];
  return {
    name: rest.slice(0, rest.length - whole.length).trim(),
    postcode,
    department: department.toUpperCase(),
  };
}
