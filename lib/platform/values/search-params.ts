/** The query of an address as Next gives it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** A filter as the address says it, without what is empty. */
export function filledQuery(filter: object): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
}
