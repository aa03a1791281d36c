import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import type { Viewer } from "@/lib/platform/policy";
import { detachDocument } from "./documents";
import { saveDraft } from "./save-draft";

/**
 * Keeps page 2 as typed, then does what its button says besides going on.
 * @param intent `next`, `back`, `later`, `upload` or `remove:` and a document's id
 * @returns where that leads, or null when the page has to be judged first
 */
export async function keepSitePage(viewer: Viewer, offerId: string, values: FormValues, intent: string): Promise<string | null> {
  const saved = await saveDraft(viewer, { offerId, page: "terrain", values });
  if (!saved.ok) return null;
  const base = `/espace/offres/${offerId}`;
  if (intent === "back") return `${base}/informations`;
  if (intent === "later") return "/espace/offres?fait=brouillon";
  if (!intent.startsWith("remove:")) return null;
  await detachDocument(viewer, offerId, intent.slice("remove:".length));
  return `${base}/terrain#documents`;
}
