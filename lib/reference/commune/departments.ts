import departments from "@etalab/decoupage-administratif/data/departements.json";

const names: ReadonlyMap<string, string> = new Map(
  (departments as { code: string; nom: string }[]).map(({ code, nom }) => [code, nom]),
);

/** «Vosges» for «88»; the code itself when it is no department's. */
export function departmentName(code: string): string {
  return names.get(code) ?? code;
}

/** The departments of the agency's region as choices, in the order of its configuration. */
export function departmentsOfRegion(codes: readonly string[]): { value: string; label: string }[] {
  return codes.map((code) => ({ value: code, label: `${departmentName(code)} (${code})` }));
}
