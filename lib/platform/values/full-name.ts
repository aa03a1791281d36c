/** «Claire Martin»; empty for nobody, one of the two where only one is known. */
export function fullName(
  person: { firstName: string | null; lastName: string | null } | null | undefined,
): string {
  return `${person?.firstName ?? ""} ${person?.lastName ?? ""}`.trim();
}
