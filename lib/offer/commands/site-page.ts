import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import type { Kept } from "@/lib/platform/define-action";
import type { Viewer } from "@/lib/platform/policy";
import { basesOf } from "../draft-version";
import type { OfferRefusal } from "../labels";
import { draftConflict } from "../queries/draft-conflict";
import { detachDocument } from "./documents";
import { saveDraft } from "./save-draft";

/**
 * Keeps page 2 as typed, then does what its button says besides going on.
 * @param intent `next`, `back`, `later`, `upload`, `overwrite:` and a state of the page, or `remove:` and a document's id
 * @returns where that leads, a conflict, or what the form is made from now when the page has to be judged first
 */
export async function keepSitePage(viewer: Viewer, offerId: string, values: FormValues, intent: string): Promise<Kept<OfferRefusal>> {
  const saved = await saveDraft(viewer, { offerId, page: "terrain", values, bases: basesOf(values) });
  if (!saved.ok) {
    const conflict = saved.code === "draftConflict" ? await draftConflict(viewer, offerId, "terrain", values) : null;
    return conflict && { code: "draftConflict", conflict };
  }
  const base = `/espace/offres/${offerId}`;
  if (intent === "back") return `${base}/informations`;
  if (intent === "later") return "/espace/offres?fait=brouillon";
  if (intent.startsWith("overwrite:")) return `${base}/terrain?fait=gardee`;
  if (!intent.startsWith("remove:")) return { values: { base: saved.data.base } };
  await detachDocument(viewer, offerId, intent.slice("remove:".length));
  return `${base}/terrain#documents`;
}
