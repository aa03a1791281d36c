/** A commune by its name and department, as every field understands it: «Nancy (54)». */
export function communeWords({ name, department }: { name: string; department: string }): string {
  return `${name} (${department})`;
}
