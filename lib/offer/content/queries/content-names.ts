import "server-only";
import { documentsByIds } from "@/lib/offer/documents/queries";
import type { Viewer } from "@/lib/platform/access/policy";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import type { ContentNames } from "../change-words";
import { termsIn } from "../current-terms";
import type { OfferContent } from "../schema";

/** Labels of everything that some contents of one offer name, read at once. */
export async function contentNames(
  viewer: Viewer,
  owner: { id: string; structureId: string },
  contents: readonly OfferContent[],
): Promise<ContentNames> {
  const termIds = contents.flatMap((content) => termsIn(content));
  const [terms, documents] = await Promise.all([
    termLabels(termIds),
    documentsByIds(viewer, owner, [...new Set(contents.flatMap(({ documentIds }) => documentIds))]),
  ]);
  const files = new Map(documents.map(({ id, name }) => [id, name]));
  return { term: (id) => terms.get(id) ?? "", document: (id) => files.get(id) ?? "" };
}
