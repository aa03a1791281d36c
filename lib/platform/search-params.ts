/** The query of an address as Next gives it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
