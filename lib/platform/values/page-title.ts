import type { Metadata } from "next";
import type { SearchParams } from "./search-params";

/** Stands before the title of a page on which something is to be corrected. */
export const errorPrefix = "Erreur : ";

/**
 * The metadata of a page that its address can ask to judge what it holds (`?verifier=1`): only
 * addresses made for a refused form ask it.
 */
export function judgedTitle(title: string) {
  return async ({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> => ({
    title: ((await searchParams).verifier ? errorPrefix : "") + title,
  });
}
