import "server-only";
import type { DocumentRefusal } from "@/lib/document/labels";
import type { FormValues, Outcome } from "@/lib/platform/action-result";
import type { Viewer } from "@/lib/platform/policy";
import { moveDocument, renameDocument } from "./arrange-documents";
import { detachDocument } from "./documents";
import { saveDraft } from "./save-draft";

/**
 * Keeps page 2 as typed, then does what its button says besides going on.
 * @param intent `next`, `back`, `later`, `upload`, `replace:…`, or what to do with a document and its id
 * @returns where that leads, or null when the page has to be judged first
 */
export async function keepSitePage(viewer: Viewer, offerId: string, values: FormValues, intent: string): Promise<string | null> {
  const saved = await saveDraft(viewer, { offerId, page: "terrain", values });
  if (!saved.ok) return null;
  const base = `/espace/offres/${offerId}`;
  if (intent === "back") return `${base}/informations`;
  if (intent === "later") return "/espace/offres?fait=brouillon";
  const [deed = "", documentId] = intent.split(":");
  if (!documentId || !isDeed(deed)) return null;
  const outcome = await deeds[deed](viewer, offerId, documentId, values);
  return `${base}/terrain${outcome.ok ? "" : `?refus=${outcome.code}`}#documents`;
}

type Deed = (viewer: Viewer, offerId: string, documentId: string, values: FormValues) => Promise<Outcome<null, DocumentRefusal>>;

const deeds = {
  remove: detachDocument,
  up: (viewer, offerId, documentId) => moveDocument(viewer, offerId, documentId, -1),
  down: (viewer, offerId, documentId) => moveDocument(viewer, offerId, documentId, 1),
  rename: (viewer, offerId, documentId, values) => renameDocument(viewer, offerId, documentId, String(values[`documentName:${documentId}`] ?? "")),
} satisfies Record<string, Deed>;

function isDeed(deed: string): deed is keyof typeof deeds {
  return Object.hasOwn(deeds, deed);
}
