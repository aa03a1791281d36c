import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import type { Viewer } from "@/lib/platform/policy";
import { keepPlacesOf } from "@/lib/site/commands";
import { keptPlaces } from "@/lib/site/queries";
import { detachDocument } from "./documents";
import { saveDraft } from "./save-draft";

/**
 * Keeps page 2 as typed, then does what its button says besides going on.
 * @param intent `next`, `back`, `later`, `upload`, `pickSite`, `pickReferent` or `remove:` and a document's id
 * @returns where that leads, or null when the page has to be judged first
 */
export async function keepSitePage(viewer: Viewer, offerId: string, values: FormValues, intent: string): Promise<string | null> {
  const picked = await pickedPlace(viewer, values, intent);
  const saved = await saveDraft(viewer, { offerId, page: "terrain", values: { ...values, ...picked?.values } });
  if (!saved.ok) return null;
  const base = `/espace/offres/${offerId}`;
  if (picked) return `${base}/terrain#${picked.anchor}`;
  if (intent === "next") await keepPlacesOf(viewer, values);
  if (intent === "back") return `${base}/informations`;
  if (intent === "later") return "/espace/offres?fait=brouillon";
  if (!intent.startsWith("remove:")) return null;
  await detachDocument(viewer, offerId, intent.slice("remove:".length));
  return `${base}/terrain#documents`;
}

/** The fields of the saved site or referent whose button was pressed; none when nothing was chosen beside it. */
async function pickedPlace(viewer: Viewer, values: FormValues, intent: string): Promise<{ values: FormValues; anchor: string } | null> {
  if (intent !== "pickSite" && intent !== "pickReferent") return null;
  const { sites, referents } = await keptPlaces(viewer);
  if (intent === "pickSite") {
    const site = sites.find(({ id }) => id === values.savedSite);
    if (!site) return { values: {}, anchor: "savedSite" };
    const { siteName, siteStreet, sitePostcode, siteCommune, siteTypeId } = site;
    return { values: { siteName, siteStreet, sitePostcode, siteCommune, siteTypeId }, anchor: "siteName" };
  }
  const referent = referents.find(({ id }) => id === values.savedReferent);
  if (!referent) return { values: {}, anchor: "savedReferent" };
  const { referentName, referentFunction, referentPhone, referentEmail } = referent;
  return { values: { referentName, referentFunction, referentPhone, referentEmail }, anchor: "referentName" };
}
