/**
 * A pattern for LIKE that finds these words as they stand: what the person typed is no pattern
 * itself.
 */
export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
}
