import "server-only";
import { documentsByIds } from "@/lib/document/queries";
import type { Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import type { ContentNames } from "../content/change-words";
import { termsIn } from "../content/current-terms";
import type { OfferContent } from "../content/schema";

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
